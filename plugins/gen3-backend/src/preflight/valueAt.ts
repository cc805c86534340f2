import type { JsonObject, JsonValue } from '@backstage/types';

/** Whether a value is a map, which neither a list nor null is. */
export function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path; undefined where it, or a map on the way, is missing. */
export function valueAt(
  values: JsonObject,
  path: string,
): JsonValue | undefined {
  let value: JsonValue | undefined = values;
  for (const key of path.split('.')) {
    if (!isMap(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** The text at a dotted path; undefined where there is none, or an empty one. */
export function textAt(values: JsonObject, path: string): string | undefined {
  const value = valueAt(values, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a template's `if` takes the value at a dotted path for true: the text "false" is, as is every text but the empty one. */
export function isSet(values: JsonObject, path: string): boolean {
  const value = valueAt(values, path);
  if (Array.isArray(value)) return value.length > 0;
  return isMap(value) ? Object.keys(value).length > 0 : Boolean(value);
}
