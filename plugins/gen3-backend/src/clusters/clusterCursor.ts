import { z } from 'zod';
import { readCursor, writeCursor } from '../database/cursor';

const cursorSchema = z.object({
  v: z.literal(1),
  // PostgreSQL refuses NUL in text.
  after: z.string().refine(text => !text.includes('\0')),
});

/** Writes down after which cluster the next page begins. */
export function encodeClusterCursor(after: string): string {
  return writeCursor({ v: 1, after });
}

/**
 * Reads a cursor of {@link encodeClusterCursor} back.
 *
 * @throws InputError when it is not one.
 */
export function decodeClusterCursor(cursor: string): string {
  const howToFix = 'take "nextCursor" of the page before as it is';
  return readCursor(cursor, { schema: cursorSchema, howToFix }).after;
}
