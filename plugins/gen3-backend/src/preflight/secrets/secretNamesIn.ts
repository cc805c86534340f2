import type { JsonObject } from '@backstage/types';
import {
  isLeftToHelm,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isMap, isSet, textAt } from '../valueAt';

/** A secret of the secret manager that values name. */
export interface NamedSecret {
  name: string;
  /** Top-level key that names it: a service, or `global`. */
  service: string;
  /** The last key: `fenceConfig`, `dbcreds`. */
  key: string;
}

/** Names that hold for all services, each with what switches its use on. */
const GLOBAL = [
  { path: 'global.postgres.externalSecret', on: undefined },
  {
    path: 'global.aws.externalSecrets.externalSecretAwsCreds',
    on: 'global.aws.externalSecrets.enabled',
  },
  {
    path: 'global.externalSecrets.slackWebhookSecretName',
    on: 'global.externalSecrets.createSlackWebhookSecret',
  },
];

/**
 * Secrets of the secret manager that values of the gen3 chart name; never what is in one. Every text under a service's `externalSecrets` is such a
 * name unless Helm makes that secret, while those under `global.externalSecrets` are settings (`gen3-helm:helm/fence/values.yaml`, `gen3-helm:helm/gen3/values.yaml`).
 */
export function secretNamesIn(
  values: JsonObject,
  registry: ServiceRegistry,
): NamedSecret[] {
  const ofServices = Object.keys(values)
    .filter(service => service !== 'global')
    .flatMap(service => {
      const own = values[service];
      const named = isMap(own) ? own.externalSecrets : undefined;
      if (!isMap(named)) return [];
      const secrets = registry.get(service)?.secrets ?? [];
      return Object.entries(named).flatMap(([key, name]) => {
        const path = `${service}.externalSecrets.${key}`;
        const known = secrets.find(({ namedBy }) => namedBy === path);
        const isMade = known !== undefined && isLeftToHelm(values, known);
        return typeof name === 'string' && name !== '' && !isMade
          ? [{ name, service, key }]
          : [];
      });
    });
  const global = GLOBAL.flatMap(({ path, on }) => {
    const name = textAt(values, path);
    return name !== undefined && (on === undefined || isSet(values, on))
      ? [{ name, service: 'global', key: path.split('.').at(-1) ?? path }]
      : [];
  });
  return [...ofServices, ...global];
}
