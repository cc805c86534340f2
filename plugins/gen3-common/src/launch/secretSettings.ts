import { Gen3Secret } from '../services/types';
import { isRead, isReadingSecrets } from '../values/readSecrets';
import type { Setting, ValuesContext } from './buildLaunchValues';
import type { LaunchPlan } from './planLaunch';

/** An answer names it, or preflight asks for it; a clone that nobody asks has one of its own, as the other's is for its hostname. */
const NAMED_BY_AN_ANSWER = ['fence.externalSecrets.fenceConfig'];

/**
 * Whether External Secrets brings secrets to a launch: what its repository and the commons that is cloned say, unless that commons has it for its
 * databases, and those of the clone are in its namespace.
 */
export function readsSecrets(
  { database, login }: Pick<LaunchPlan, 'database' | 'login'>,
  { beneath, clone }: Pick<ValuesContext, 'beneath' | 'clone'>,
): boolean {
  if (database === 'managed' || login === 'secret') return true;
  return isReadingSecrets(beneath) && clone?.database !== 'managed';
}

/**
 * Names of the secrets that External Secrets brings to a launch: `<environment>-<release>-` before what the chart calls them, where the release is
 * made of the hostname. By the chart's own names, all commons that use one secret manager would read the same ones, and those of one environment
 * would use one database (`gen3-helm:helm/common/templates/_external_secrets.tpl`, `gen3-terraform:tf_files/gen3/templates/values.tftpl`).
 *
 * What a service can do without is made by Helm, unless a commons is cloned that may have it: for a secret that nobody made, Argo CD calls the
 * whole Application degraded.
 *
 * @returns none while nobody has said where it will run
 */
export function secretSettings(
  plan: Omit<LaunchPlan, 'values'>,
  context: ValuesContext,
): Setting[] {
  const { environment, releaseName, database, services } = plan;
  if (!environment || !releaseName) return [];
  const { registry, beneath, clone } = context;
  const prefix = `${environment}-${releaseName}`;
  const isReading = readsSecrets(plan, context);
  const isToBeNamed = (secret: Gen3Secret) =>
    (clone !== undefined || !NAMED_BY_AN_ANSWER.includes(secret.namedBy)) &&
    isRead(beneath, secret, isReading);
  return services.flatMap(({ name }): Setting[] => {
    const service = registry.get(name);
    return [
      ...(service?.database && database === 'managed'
        ? [
            [
              `${name}.externalSecrets.dbcreds`,
              `${prefix}-${name}-creds`,
            ] as const,
          ]
        : []),
      ...(service?.secrets ?? [])
        .filter(isToBeNamed)
        .map(secret => settingOf(secret, prefix, context)),
    ];
  });
}

function settingOf(
  { namedBy, name, madeBy, optional = false }: Gen3Secret,
  prefix: string,
  { beneath, clone }: ValuesContext,
): Setting {
  const mayHaveIt = clone !== undefined && isReadingSecrets(beneath);
  return madeBy && optional && !mayHaveIt
    ? [madeBy, true]
    : [namedBy, `${prefix}-${name}`];
}
