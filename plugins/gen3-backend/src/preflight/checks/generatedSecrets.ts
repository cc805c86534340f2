import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { isSet } from '../valueAt';

const DEPLOY = 'global.externalSecrets.deploy';
const LOCAL = 'global.externalSecrets.createLocalK8sSecret';

/**
 * Argo CD renders charts without asking the cluster, so the chart's `lookup` of what is there finds nothing and each render makes new secrets
 * (`gen3-helm:helm/common/templates/_postgres_secrets.tpl`, `gen3-helm:helm/fence/templates/_helpers.tpl`).
 */
const ALL_GENERATED: Problem = {
  severity: 'warning',
  key: DEPLOY,
  what: 'Helm makes all secrets of this commons, beside a managed database',
  why: 'Under Argo CD each sync makes new ones: services lose the passwords of their databases, and all log-ins end as the keys of fence change.',
  fix: `Set ${DEPLOY} to true and keep the secrets in a secret manager, or tell Argo CD to ignore differences in the data of secrets when it syncs (ignoreDifferences, RespectIgnoreDifferences=true)`,
};

const LOCAL_DATABASES: Problem = {
  severity: 'info',
  key: LOCAL,
  what: 'External Secrets is on, and Helm makes the credentials of the databases',
  why: 'Under Argo CD each sync makes new passwords, which the databases do not know.',
  fix: `Leave ${LOCAL} on for the first installation only, and put the credentials into the secret manager; or tell Argo CD to ignore their differences`,
};

/** Switches that have Helm make a secret with something random in it (`randAlphaNum`, `genPrivateKey` in `gen3-helm:helm/<chart>/templates`). */
const RANDOM: readonly (readonly [service: string, key: string])[] = [
  ['access-backend', 'createK8sAccessBackendSecret'],
  ['embedding-management-service', 'createK8sMetadataSecret'],
  ['fence', 'createK8sJwtKeysSecret'],
  ['gen3-embeddings', 'createK8sGen3EmbeddingsSecret'],
  ['gen3-user-data-library', 'createK8sGen3UserDataLibrarySecret'],
  ['indexd', 'createK8sServiceCredsSecret'],
  ['metadata', 'createK8sMetadataSecret'],
  ['wts', 'createK8sWtsSecret'],
];

/** Who makes the secrets of a commons: Helm, External Secrets, or each some (`gen3-helm:docs/external_secrets.md`). */
export const generatedSecrets: PreflightCheck = {
  id: 'generated-secrets',
  title: 'Secrets stay what they are',
  run({ subject }) {
    const { values, declared } = subject;
    if (!isSet(values, DEPLOY)) return declared.dev ? [] : [ALL_GENERATED];
    const both = switchesOf(subject);
    return [
      ...(isSet(values, LOCAL) ? [LOCAL_DATABASES] : []),
      ...(both.length > 0 ? [someGenerated(both)] : []),
    ];
  },
};

/** Switches that are on, of services that are. */
function switchesOf({ values, declared }: PreflightSubject): string[] {
  const isOn = new Set(declared.services.map(({ name }) => name));
  return RANDOM.filter(([name]) => isOn.has(name))
    .map(([name, key]) => `${name}.externalSecrets.${key}`)
    .filter(path => isSet(values, path));
}

function someGenerated(paths: string[]): Problem {
  return {
    severity: 'info',
    key: paths[0],
    what: `External Secrets is on, and Helm makes secrets with something random in them: ${paths.join(
      ', ',
    )}`,
    why: 'Under Argo CD each sync makes new ones: what is signed or encrypted with the old is lost, and services do not know the new passwords of others.',
    fix: 'Leave the switch on for the first installation only, and keep the secret in the secret manager; or tell Argo CD to ignore differences in its data',
    about: paths,
  };
}
