import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { isMap, isSet, valueAt } from '../valueAt';

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

/** Paths of the switches that have Helm make a secret of a service that is on. */
function switchesOf({ values, declared }: PreflightSubject): string[] {
  return declared.services.flatMap(({ name }) => {
    const path = `${name}.externalSecrets`;
    const settings = valueAt(values, path);
    if (!isMap(settings)) return [];
    return Object.keys(settings)
      .filter(key => /^createK8s/.test(key) && isSet(settings, key))
      .map(key => `${path}.${key}`);
  });
}

function someGenerated(paths: string[]): Problem {
  return {
    severity: 'info',
    key: paths[0],
    what: `External Secrets is on, and Helm makes some secrets nevertheless: ${paths.join(
      ', ',
    )}`,
    why: 'What Helm makes at random (the keys of fence, the passwords of indexd, metadata and wts) is new with each sync of Argo CD.',
    fix: 'Leave the switch on only for secrets that hold nothing random, or tell Argo CD to ignore differences in their data',
  };
}
