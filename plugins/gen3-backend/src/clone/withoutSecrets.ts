import type { JsonObject, JsonValue } from '@backstage/types';
import { findSecrets } from '../preflight/secrets/findSecrets';

/** Values without those that may be secrets, and the paths of these. */
export function withoutSecrets(values: JsonObject): {
  values: JsonObject;
  leftOut: string[];
} {
  const leftOut = findSecrets(values).map(({ path }) => path);
  const secret = new Set(leftOut);
  return { values: pruneMap(values, [], secret), leftOut: [...secret].sort() };
}

/** Paths are written as `findSecrets` writes them, so that each is found whatever its keys contain. */
function pruneMap(
  map: JsonObject,
  path: string[],
  secret: ReadonlySet<string>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([key]) => !secret.has([...path, key].join('.')))
      .map(([key, value]) => [key, prune(value, [...path, key], secret)]),
  );
}

function prune(
  value: JsonValue | undefined,
  path: string[],
  secret: ReadonlySet<string>,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const place = [...path, String(index)];
      return secret.has(place.join('.'))
        ? []
        : [prune(item, place, secret) ?? null];
    });
  }
  return typeof value === 'object' && value !== null
    ? pruneMap(value, path, secret)
    : value;
}
