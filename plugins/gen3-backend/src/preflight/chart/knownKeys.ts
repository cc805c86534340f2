import type { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from '../valueAt';
import { KEYS_OF_ALL_CHARTS, KEYS_WITHOUT_DEFAULT } from './keysWithoutDefault';

/** Charts of others, whose defaults are not among the chart's, and the library (`gen3-helm:helm/gen3/Chart.yaml`). */
const OF_OTHERS = ['common', 'elasticsearch', 'postgresql'];

/** Maps that go into objects of Kubernetes as they are (`toYaml` in `gen3-helm:helm/<chart>/templates`). */
const OF_KUBERNETES =
  /(annotations|labels|resources|env|affinity|strategy|securitycontext|selector|probe)$/i;

/** Maps whose keys users make up, or that go into a file as they are. */
const FREE_MAPS = [
  'AWS_CREDENTIALS',
  'cloudProviderMap',
  'etlMapping',
  'FENCE_CONFIG',
  'FENCE_CONFIG_PUBLIC',
  'manifestGlobalExtraValues',
  'Params',
  'Plugins',
  'RegisteredUsers',
  'sidecarContainer',
];

/**
 * All keys that a chart takes, as a tree: its defaults, `global` of all its sub-charts in one, and what templates read without a default.
 *
 * @param defaults - of the chart, those of sub-charts under their names.
 */
export function knownKeys(defaults: JsonObject): JsonObject {
  const charts = Object.values(defaults).filter(isMap);
  const globals = [defaults, ...charts].map(({ global }) => global);
  const known = { ...defaults, global: globals.reduce(mergeKeys, {}) ?? {} };
  return KEYS_WITHOUT_DEFAULT.reduce<JsonObject>(
    (tree, path) => addKey(tree, path.split('.')),
    known,
  );
}

/** Whether what is at a path goes into an object of Kubernetes as it is. */
export function isOfKubernetes(path: readonly string[]): boolean {
  return OF_KUBERNETES.test(path.at(-1) ?? '');
}

/** Whether a map takes any key: the chart has nothing in it, or its keys are the user's. */
export function isFree(path: readonly string[], known: JsonValue | undefined) {
  if (!isMap(known) || Object.keys(known).length === 0) return true;
  const name = path.at(-1) ?? '';
  return (
    OF_OTHERS.includes(name) ||
    FREE_MAPS.includes(name) ||
    isOfKubernetes(path) ||
    (path.length > 1 && name === 'global')
  );
}

/** Whether a key is known in the map at a path. */
export function isKnown(path: readonly string[], known: JsonObject): boolean {
  const key = path.at(-1) ?? '';
  const isOfChart = path.length === 2 && path[0] !== 'global';
  return (
    Object.hasOwn(known, key) || (isOfChart && KEYS_OF_ALL_CHARTS.includes(key))
  );
}

function mergeKeys(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): JsonValue | undefined {
  if (!isMap(a)) return isMap(b) ? b : a ?? b;
  if (!isMap(b)) return a;
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [
      key,
      mergeKeys(a[key], b[key]) ?? null,
    ]),
  );
}

/** A key below a map that the chart does not have, or that is free, needs no adding. */
function addKey(known: JsonObject, [key = '', ...rest]: string[]): JsonObject {
  if (rest.length === 0) {
    return Object.hasOwn(known, key) ? known : { ...known, [key]: null };
  }
  const below = known[key];
  return isMap(below) && Object.keys(below).length > 0
    ? { ...known, [key]: addKey(below, rest) }
    : known;
}
