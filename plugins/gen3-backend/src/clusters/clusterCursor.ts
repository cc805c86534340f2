import { InputError } from '@backstage/errors';
import { z } from 'zod';

const cursorSchema = z.object({
  v: z.literal(1),
  // PostgreSQL refuses NUL in text.
  after: z.string().refine(text => !text.includes('\0')),
});

/** Writes down after which cluster the next page begins. The cursor is opaque to callers; it grants nothing. */
export function encodeClusterCursor(after: string): string {
  return Buffer.from(JSON.stringify({ v: 1, after })).toString('base64url');
}

/**
 * Reads a cursor of {@link encodeClusterCursor} back.
 *
 * @throws InputError when it is not one.
 */
export function decodeClusterCursor(cursor: string): string {
  const parsed = cursorSchema.safeParse(parseJson(cursor));
  if (!parsed.success) {
    throw new InputError(
      `cursor: "${cursor.slice(
        0,
        80,
      )}" is not a cursor of this list; take "nextCursor" of the page before as it is`,
    );
  }
  return parsed.data.after;
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not JSON is just another thing that is not a cursor: the schema refuses it.
    return undefined;
  }
}
