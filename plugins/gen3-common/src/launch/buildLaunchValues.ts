import { JsonObject, JsonValue } from '@backstage/types';
import { ServiceRegistry } from '../services/createServiceRegistry';
import type { LaunchPlan } from './planLaunch';
import { isReadingSecrets } from '../values/readSecrets';
import type { Clone } from './readClone';
import { readsSecrets, secretSettings } from './secretSettings';

/** Sets the value at a dotted path; maps on the way are made. */
function setAt(values: JsonObject, path: string, value: JsonValue): JsonObject {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...values, [key]: value };
  const inner = values[key];
  const map =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? inner
      : {};
  return { ...values, [key]: setAt(map, rest.join('.'), value) };
}

/** A value of the chart and its dotted path; undefined: it is left out. */
export type Setting = readonly [path: string, value: JsonValue | undefined];

/** What decides what is written down. */
export interface ValuesContext {
  registry: ServiceRegistry;
  /** The commons that is cloned. */
  clone?: Clone;
  /** What these values come over: those of the repository, and over them those of the commons that is cloned. */
  beneath: JsonObject;
}

function globalSettings(
  plan: Omit<LaunchPlan, 'values'>,
  context: ValuesContext,
): Setting[] {
  const { answers, database } = plan;
  const reads = readsSecrets(plan, context);
  const isManaged = database === 'managed';
  return [
    ['global.hostname', plan.hostname],
    ['global.environment', plan.environment],
    // Written down although it may be the chart's default: nobody shall lose a database to a default.
    ['global.dev', !isManaged],
    ['global.dictionaryUrl', answers.dictionaryUrl],
    ['global.frontendRoot', answers.frontendRoot],
    ['global.tierAccessLevel', answers.tierAccessLevel],
    ['global.postgres.dbCreate', isManaged ? true : undefined],
    [
      'global.postgres.externalSecret',
      isManaged ? answers.databaseSecret : undefined,
    ],
    [
      'global.externalSecrets.deploy',
      reads || isReadingSecrets(context.beneath) ? reads : undefined,
    ],
    // The databases in the namespace have credentials that no secret manager knows.
    [
      'global.externalSecrets.createLocalK8sSecret',
      reads && !isManaged ? true : undefined,
    ],
  ];
}

function accessSettings(
  plan: Omit<LaunchPlan, 'values'>,
  context: ValuesContext,
): Setting[] {
  const { answers, login } = plan;
  return [
    // Else External Secrets would bring a configuration, and nothing would read the one in the values.
    [
      'fence.externalSecrets.createK8sFenceConfigSecret',
      login === 'mock' && readsSecrets(plan, context) ? true : undefined,
    ],
    [
      'fence.FENCE_CONFIG.MOCK_GOOGLE_AUTH',
      login === 'mock' ? true : undefined,
    ],
    [
      'fence.externalSecrets.fenceConfig',
      login === 'secret' ? answers.fenceConfigSecret : undefined,
    ],
    ['fence.usersync.usersync', answers.userYaml ? true : undefined],
    ['fence.usersync.userYamlS3Path', answers.userYaml],
    ['aws-es-proxy.esEndpoint', answers.searchEndpoint],
    ['indexd.defaultPrefix', answers.indexdPrefix],
  ];
}

function serviceSettings(
  plan: Omit<LaunchPlan, 'values'>,
  { registry, clone }: ValuesContext,
): Setting[] {
  const { release, imageTags } = plan.answers;
  const chosen = new Set(plan.services.map(({ name }) => name));
  return registry.all().flatMap((service): Setting[] => {
    const { name } = service;
    const on = chosen.has(name);
    const isSaid =
      on || service.enabledByDefault || clone?.services.includes(name);
    const tag = imageTags[name] ?? (service.monthly ? release : undefined);
    const tagPaths = [
      service.imageTagPath ?? `${name}.image.tag`,
      ...(service.otherTagPaths ?? []),
    ];
    return [
      [service.enabledBy ?? `${name}.enabled`, isSaid ? on : undefined],
      ...tagPaths.map((path): Setting => [path, on ? tag : undefined]),
    ];
  });
}

/**
 * Values of the gen3 chart that a launch needs: every service that is on with its tag, every one that the chart would switch on and that is
 * off, and of `global` what was decided. What the chart does by itself is left out. Secrets are named, never held
 * (`gen3-terraform:tf_files/gen3/templates/values.tftpl`, `gen3-helm:helm/gen3/values.yaml`).
 */
export function buildLaunchValues(
  plan: Omit<LaunchPlan, 'values'>,
  context: ValuesContext,
): JsonObject {
  return [
    ...globalSettings(plan, context),
    ...serviceSettings(plan, context),
    ...secretSettings(plan, context),
    ...accessSettings(plan, context),
  ].reduce<JsonObject>(
    (values, [path, value]) =>
      value === undefined ? values : setAt(values, path, value),
    {},
  );
}
