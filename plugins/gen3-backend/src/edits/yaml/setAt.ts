/** A copy of values with another value at a path; what is no map on the way gives way to one. */
export function setAt(
  values: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [key, ...rest] = path;
  if (key === undefined) return values;
  const entries = new Map(Object.entries(values));
  const below = entries.get(key);
  entries.set(
    key,
    rest.length === 0 ? value : setAt(isMap(below) ? below : {}, rest, value),
  );
  return Object.fromEntries(entries);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
