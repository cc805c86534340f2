import { z } from 'zod';

/** A time column: milliseconds since the epoch, which PostgreSQL returns as a string. */
export const millis = z.coerce.number().int();

/** A nullable time column. */
export const nullableMillis = z.union([z.null(), millis]);

/** A text column that holds JSON of the given shape. */
export const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.addIssue(`is not JSON: ${error}`);
        return z.NEVER;
      }
    })
    .pipe(schema);

/** ISO 8601 UTC of a time column. */
export const toInstant = (at: number): string => new Date(at).toISOString();

/** ISO 8601 UTC of a nullable time column. */
export const toOptionalInstant = (at: number | null): string | undefined =>
  at === null ? undefined : toInstant(at);
