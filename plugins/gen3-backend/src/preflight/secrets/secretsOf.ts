import type {
  LaunchPlan,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isSet, textAt } from '../valueAt';
import { secretNamesIn } from './secretNamesIn';

/**
 * Names of the secrets that must be in the secret store before Argo CD applies a launch; none where everything runs in the namespace. A
 * service's database has `<environment>-<service>-creds`, unless the values name another one
 * (`gen3-helm:helm/common/templates/_external_secrets.tpl`). What else the values name may come from the commons that is cloned; services that are
 * off read none. While nobody has said where it will run, those that are named after that are left out.
 *
 * @returns sorted
 */
export function secretsOf(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): string[] {
  const { answers, database, login, services, environment, values } = plan;
  const ofDatabases = services
    .filter(({ name }) => registry.get(name)?.database)
    .map(
      ({ name }) =>
        textAt(values, `${name}.externalSecrets.dbcreds`) ??
        (environment ? `${environment}-${name}-creds` : undefined),
    );
  const names = [
    ...(database === 'managed' ? ofDatabases : []),
    database === 'managed' ? answers.databaseSecret : undefined,
    login === 'secret' ? answers.fenceConfigSecret : undefined,
    ...namedInValues(plan, registry),
  ].filter(name => name !== undefined);
  return [...new Set(names)].sort();
}

function namedInValues(
  { services, values }: LaunchPlan,
  registry: ServiceRegistry,
): string[] {
  if (!isSet(values, 'global.externalSecrets.deploy')) return [];
  const on = new Set(services.map(({ name }) => name));
  const isLocal = isSet(values, 'global.externalSecrets.createLocalK8sSecret');
  return secretNamesIn(values)
    .filter(({ service }) => on.has(service) || !registry.get(service))
    .filter(({ key }) => key !== 'dbcreds' || !isLocal)
    .map(({ name }) => name);
}
