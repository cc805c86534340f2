import { InputError } from '@backstage/errors';
import {
  FLEET_SORTS,
  type FleetQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { readCursor, writeCursor } from '../database/cursor';
import type { SortValues } from './fleetSort';

const cursorSchema = z.object({
  v: z.literal(1),
  sort: z.enum(FLEET_SORTS),
  order: z.enum(['asc', 'desc']),
  after: z
    .array(
      z.union([
        // PostgreSQL refuses NUL in text, and no column holds a fraction.
        z.string().refine(text => !text.includes('\0')),
        z.number().int(),
      ]),
    )
    .max(8),
});

const HOW_TO_FIX =
  'take "nextCursor" of the page before as it is, and keep "sort" and "order"';

/** Writes down where a page ended. */
export function encodeCursor(
  query: Pick<FleetQuery, 'sort' | 'order'>,
  after: SortValues,
): string {
  const { sort, order } = query;
  return writeCursor({ v: 1, sort, order, after });
}

/**
 * Reads a cursor of {@link encodeCursor} back.
 *
 * @throws InputError when it is not one, or belongs to another sort or order.
 */
export function decodeCursor(
  query: Pick<FleetQuery, 'sort' | 'order'>,
  cursor: string,
): SortValues {
  const { sort, order, after } = readCursor(cursor, {
    schema: cursorSchema,
    howToFix: HOW_TO_FIX,
  });
  if (sort !== query.sort || order !== query.order) {
    throw new InputError(
      `cursor: belongs to sort=${sort}&order=${order}, not to sort=${query.sort}&order=${query.order}; ${HOW_TO_FIX}`,
    );
  }
  return after;
}
