import {
  type LaunchPlan,
  readSecrets,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isSet } from '../valueAt';
import { type NamedSecret, secretNamesIn } from './secretNamesIn';

/** Named by an answer, when there is one. */
const FENCE_CONFIG = 'fence.externalSecrets.fenceConfig';

/**
 * Names of the secrets that must be in the secret store before Argo CD applies a launch; none where everything runs in the namespace. While nobody
 * has said where it will run, those that are named after that are left out.
 *
 * @returns sorted
 */
export function secretsOf(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): string[] {
  const { services, environment, values } = plan;
  const read = services.flatMap(({ name }) => {
    const service = registry.get(name);
    return service ? readSecrets(values, service) : [];
  });
  const names = [
    ...namedSecretsOf(plan, registry),
    ...read
      .filter(({ isNamed }) => isNamed || environment !== '')
      .filter(({ namedBy }) => !isNamedLater(plan, namedBy, registry)),
  ].map(({ name }) => name);
  return [...new Set(names)].sort();
}

/** Secrets that the values of a launch name, and that something that is on reads. What a clone takes over may name secrets that the portal does not know. */
export function namedSecretsOf(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): NamedSecret[] {
  const { services, values } = plan;
  if (!isSet(values, 'global.externalSecrets.deploy')) return [];
  const on = new Set(services.map(({ name }) => name));
  const isLocal = isSet(values, 'global.externalSecrets.createLocalK8sSecret');
  return secretNamesIn(values, registry)
    .filter(({ service }) => on.has(service) || !registry.get(service))
    .filter(({ key }) => key !== 'dbcreds' || !isLocal)
    .filter(({ service, key }) => {
      const path = `${service}.externalSecrets.${key}`;
      return !isNamedLater(plan, path, registry);
    });
}

/** Whether a launch names a secret itself once somebody says where it will run. Until then its values have the name of the commons that is cloned. */
function isNamedLater(
  { answers, database, environment, login, values }: LaunchPlan,
  path: string,
  registry: ServiceRegistry,
): boolean {
  if (environment !== '') return false;
  const isAnswered = login === 'secret' && answers.fenceConfigSecret;
  if (path === FENCE_CONFIG && isAnswered) return false;
  const [name = ''] = path.split('.');
  const service = registry.get(name);
  if (path === `${name}.externalSecrets.dbcreds`) {
    return service?.database === true && database === 'managed';
  }
  return (service?.secrets ?? []).some(
    ({ namedBy, readWith }) =>
      namedBy === path && (readWith === undefined || isSet(values, readWith)),
  );
}
