import type { JsonObject } from '@backstage/types';
import { nearestName } from '../nearestName';
import { isMap } from '../valueAt';
import { isOfKubernetes } from './knownKeys';

/** How deep a key that slipped to another map is looked for. */
const MAX_DEPTH = 4;

/**
 * What somebody may have meant by a key that the chart does not know: one beside it that looks nearly the same, or the key of that name elsewhere in the
 * same sub-chart, when one is less deep than all others, or the same key of `global`.
 *
 * @param path - of the unknown key.
 * @param known - all keys of the chart.
 * @returns a dotted path; undefined when nothing is near.
 */
export function suggestKey(
  path: readonly string[],
  known: JsonObject,
): string | undefined {
  const key = path.at(-1) ?? '';
  const parents = path.slice(0, -1);
  const beside = Object.keys(mapAt(known, parents));
  const near = nearestName(key, beside);
  if (near !== undefined) return [...parents, near].join('.');
  const chart = path.length > 1 ? path.slice(0, 1) : [];
  const moved = onlyShortest(
    pathsTo(key, { path: chart, known: mapAt(known, chart) }),
  );
  return (moved ?? sameInGlobal(path, known))?.join('.');
}

/** `fence.externalSecrets.slackWebhookSecretName` is in `global.externalSecrets`. */
function sameInGlobal(path: readonly string[], known: JsonObject) {
  const there = ['global', ...path.slice(1)];
  const map = mapAt(known, there.slice(0, -1));
  const isThere = Object.hasOwn(map, path.at(-1) ?? '');
  return path.length > 2 && path[0] !== 'global' && isThere ? there : undefined;
}

function onlyShortest(paths: (readonly string[])[]) {
  const length = Math.min(...paths.map(path => path.length));
  const shortest = paths.filter(path => path.length === length);
  return shortest.length === 1 ? shortest[0] : undefined;
}

function pathsTo(
  key: string,
  { path, known }: { path: readonly string[]; known: JsonObject },
): (readonly string[])[] {
  const isGlobal = path.length > 1 && path.at(-1) === 'global';
  if (path.length >= MAX_DEPTH || isGlobal || isOfKubernetes(path)) return [];
  return Object.entries(known).flatMap(([name, below]) => {
    const here = [...path, name];
    const inside = isMap(below)
      ? pathsTo(key, { path: here, known: below })
      : [];
    // A key at the top that is in a sub-chart as well is no hint.
    return name === key && here.length > 1 ? [here, ...inside] : inside;
  });
}

function mapAt(known: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce<JsonObject>((map, key) => {
    const below = Object.hasOwn(map, key) ? map[key] : undefined;
    return isMap(below) ? below : {};
  }, known);
}
