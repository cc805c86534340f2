import { JsonObject, JsonValue } from '@backstage/types';

/** Levels of maps and lists that values may have: an alias of YAML can make them endless. */
const MAX_DEPTH = 200;

function isMap(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
  );
}

function mergeMaps(
  below: JsonObject,
  above: Record<string, unknown>,
  depth: number,
): JsonObject {
  refuseDepth(depth);
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const before = merged.get(key);
    if (value === null || value === undefined) {
      merged.delete(key);
    } else if (isMap(value)) {
      merged.set(
        key,
        mergeMaps(isJsonMap(before) ? before : {}, value, depth + 1),
      );
    } else {
      merged.set(key, toJson(value, depth + 1));
    }
  }
  // `fromEntries` defines keys, so a key `__proto__` is a key like any other.
  return Object.fromEntries(merged);
}

function refuseDepth(depth: number) {
  if (depth > MAX_DEPTH) {
    throw new Error(
      `The values are nested more than ${MAX_DEPTH} levels deep, or contain themselves`,
    );
  }
}

function isJsonMap(value: JsonValue | undefined): value is JsonObject {
  return isMap(value);
}

/** Values that JSON does not have (YAML dates) become text, as they do in Helm. */
function toJson(value: unknown, depth: number): JsonValue {
  refuseDepth(depth);
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(each => toJson(each, depth + 1));
  if (value instanceof Date) return value.toISOString();
  if (isMap(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        toJson(each, depth + 1),
      ]),
    );
  }
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : String(value);
}

/**
 * Merges values as Helm merges value files, later layers over earlier ones: maps are merged deeply, lists and scalars are
 * replaced, and null removes what the layers below say.
 *
 * @param layers - parsed value files in order; an empty file (null or undefined) is an empty layer.
 * @throws Error when a layer is not a map, or is nested more than 200 levels deep.
 * @public
 */
export function mergeValues(layers: unknown[]): JsonObject {
  return layers.reduce<JsonObject>((merged, layer, index) => {
    if (layer === null || layer === undefined) return merged;
    if (!isMap(layer)) {
      throw new Error(
        `Layer ${index + 1} of the values is a ${
          Array.isArray(layer) ? 'list' : typeof layer
        }: values must be a map`,
      );
    }
    return mergeMaps(merged, layer, 1);
  }, {});
}
