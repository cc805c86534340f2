import { JsonObject, JsonValue } from '@backstage/types';

/** The value under some keys, one in the other; undefined where it, or a map on the way, is missing. */
export function valueAt(
  values: JsonObject,
  [key, ...rest]: string[],
): JsonValue | undefined {
  const value = values[key];
  if (rest.length === 0) return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? valueAt(value, rest)
    : undefined;
}

/** Whether a template's `if` takes the value at a dotted path for true; a map or list counts as such. */
export function isSet(values: JsonObject, path: string): boolean {
  return Boolean(valueAt(values, path.split('.')));
}
