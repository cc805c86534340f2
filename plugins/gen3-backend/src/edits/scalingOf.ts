import type { JsonObject } from '@backstage/types';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isSet, valueAt } from '../preflight/valueAt';

/** `global.autoscaling.maxReplicas` of every chart whose autoscaler that switches on (`gen3-helm:helm/<service>/values.yaml`). */
const MOST_BY_CHART = 10;

/** Autoscaling of all services. */
const SHARED = 'global.autoscaling';

/** How many pods a service of a commons has, and what decides it. */
export interface Scaling {
  /** Values paths that switch its autoscaler on; empty where `replicaCount` counts. */
  autoscaledBy: string[];
  /** Values path that leaves `replicaCount` unread, although no autoscaler takes its place; undefined where none does. */
  unreadBy: string | undefined;
  /** Counts of its parts decide, under other keys. */
  isInParts: boolean;
  /** How many pods it has, or the fewest of its autoscaler; undefined where the values do not say. */
  least: string | undefined;
  /** The most pods of its autoscaler. */
  most: number;
}

/**
 * Reads values as templates do: sprig's `default` takes false and 0 for nothing, so what holds for all can neither be switched off nor be set to
 * none for one (`gen3-helm:helm/common/templates/_hpa.tpl`).
 */
export function scalingOf(
  name: string,
  values: JsonObject,
  registry: ServiceRegistry,
): Scaling {
  const service = registry.get(name);
  const kind = service?.scaling ?? 'autoscaling';
  const own = `${name}.autoscaling`;
  const isShared = kind === 'autoscaling';
  const switches = [
    ...(isShared || kind === 'own-autoscaling' ? [own] : []),
    ...(isShared ? [SHARED] : []),
  ].map(each => `${each}.enabled`);
  const autoscaledBy = switches.filter(path => isSet(values, path));
  const boundOf = (bound: string, byChart?: number) =>
    countAt(values, `${own}.${bound}`) ??
    byChart ??
    (isShared ? countAt(values, `${SHARED}.${bound}`) : undefined);
  return {
    autoscaledBy,
    unreadBy:
      kind === 'broken-autoscaling' && isSet(values, `${own}.enabled`)
        ? `${own}.enabled`
        : undefined,
    isInParts: kind === 'parts',
    least: textOf(
      autoscaledBy.length > 0
        ? boundOf('minReplicas')
        : valueAt(values, `${name}.replicaCount`),
    ),
    most: Number(boundOf('maxReplicas', service?.maxReplicas) ?? MOST_BY_CHART),
  };
}

/** What a template's `default` takes for a value. */
function countAt(values: JsonObject, path: string) {
  return isSet(values, path) ? valueAt(values, path) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'string'
    ? String(value)
    : undefined;
}
