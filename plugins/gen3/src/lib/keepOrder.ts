/** Rows as they are shown. */
export interface KeptRows<T> {
  rows: T[];
  /** The order that the data has now is another one. */
  moved: boolean;
}

/**
 * Puts new values in the places of the old ones, so nothing jumps under a reader's eyes. Rows that are new come last;
 * rows that are gone, go.
 *
 * @param order - keys in the order that the reader sees
 */
export function keepOrder<T>(
  incoming: T[],
  order: string[],
  keyOf: (row: T) => string,
): KeptRows<T> {
  const place = new Map(order.map((key, index) => [key, index]));
  const placeOf = (row: T) => place.get(keyOf(row)) ?? order.length;
  const rows = [...incoming].sort((a, b) => placeOf(a) - placeOf(b));
  return { rows, moved: rows.some((row, index) => row !== incoming[index]) };
}
