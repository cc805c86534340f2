import { JsonObject, JsonValue } from '@backstage/types';

/** Values while they are put together; a map has any key, also `__proto__`. */
type Values = Map<string, Values | JsonValue>;

/**
 * The values that Helm parameters make, later ones over earlier ones, as `--set` would: `a.b` is a path, `a\.b` one key, and
 * the value is typed unless `forceString`. Elements of lists (`a[0]`) are left out: the portal reads none.
 */
export function setParameters(
  parameters: ReadonlyArray<{
    name: string;
    value?: string;
    forceString?: boolean | null;
  }>,
): JsonObject {
  const values: Values = new Map();
  for (const { name, value = '', forceString } of parameters) {
    if (/[[\]{}]/.test(name)) continue;
    const keys = name
      .split(/(?<!\\)\./)
      .map(key => key.replace(/\\(.)/g, '$1'));
    const last = keys.pop() ?? '';
    const map = keys.reduce(enter, values);
    const typed = forceString ? value : typeOf(value);
    if (typed === null) {
      map.delete(last);
    } else {
      map.set(last, typed);
    }
  }
  return toObject(values);
}

/** The map at a key; whatever else is there gives way to one. */
function enter(map: Values, key: string): Values {
  const before = map.get(key);
  if (before instanceof Map) return before;
  const inner: Values = new Map();
  map.set(key, inner);
  return inner;
}

/** `fromEntries` defines keys, so a key `__proto__` is a key like any other. */
function toObject(values: Values): JsonObject {
  return Object.fromEntries(
    [...values].map(([key, value]) => [
      key,
      value instanceof Map ? toObject(value) : value,
    ]),
  );
}

function typeOf(value: string): JsonValue {
  if (value === 'true') return true;
  if (value === 'false') return false;
  if (value === 'null') return null;
  return /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
