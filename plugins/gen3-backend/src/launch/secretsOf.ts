import type {
  LaunchPlan,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * Names of the secrets that must be in the secret store before Argo CD applies a launch; none where everything runs in the namespace. A
 * service's database has `<environment>-<service>-creds` (`gen3-helm:helm/common/templates/_external_secrets.tpl`).
 *
 * @returns sorted
 */
export function secretsOf(
  plan: LaunchPlan,
  registry: ServiceRegistry,
): string[] {
  const { answers, database, login, services, environment } = plan;
  const ofDatabases = services
    .filter(({ name }) => registry.get(name)?.database)
    .map(({ name }) => `${environment}-${name}-creds`);
  return [
    ...(database === 'managed' ? ofDatabases : []),
    database === 'managed' ? answers.databaseSecret : undefined,
    login === 'secret' ? answers.fenceConfigSecret : undefined,
  ]
    .filter(name => name !== undefined)
    .sort();
}
