import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** Writes down where a page ended. A cursor is opaque to callers; it holds no secret and grants nothing. */
export function writeCursor(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/**
 * Reads a cursor of {@link writeCursor} back.
 *
 * @param howToFix - ends the message: what to do instead.
 * @throws InputError when it is not one of that shape.
 */
export function readCursor<T>(
  cursor: string,
  options: { schema: z.ZodType<T>; howToFix: string },
): T {
  const parsed = options.schema.safeParse(parseJson(cursor));
  if (!parsed.success) {
    throw new InputError(
      `cursor: "${cursor.slice(0, 80)}" is not a cursor of this list; ${
        options.howToFix
      }`,
    );
  }
  return parsed.data;
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Not JSON is just another thing that is not a cursor: the schema refuses it.
    return undefined;
  }
}
