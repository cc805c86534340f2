import { InputError } from '@backstage/errors';
import {
  FLEET_SORTS,
  type FleetQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
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

/** Writes down where a page ended. The cursor is opaque to callers; it holds no secret and grants nothing. */
export function encodeCursor(
  query: Pick<FleetQuery, 'sort' | 'order'>,
  after: SortValues,
): string {
  const { sort, order } = query;
  return Buffer.from(JSON.stringify({ v: 1, sort, order, after })).toString(
    'base64url',
  );
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
  const parsed = cursorSchema.safeParse(parseJson(cursor));
  if (!parsed.success) {
    throw new InputError(
      `cursor: "${cursor.slice(
        0,
        80,
      )}" is not a cursor of this list; ${HOW_TO_FIX}`,
    );
  }
  const { sort, order, after } = parsed.data;
  if (sort !== query.sort || order !== query.order) {
    throw new InputError(
      `cursor: belongs to sort=${sort}&order=${order}, not to sort=${query.sort}&order=${query.order}; ${HOW_TO_FIX}`,
    );
  }
  return after;
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not JSON is just another thing that is not a cursor: the schema refuses it.
    return undefined;
  }
}
