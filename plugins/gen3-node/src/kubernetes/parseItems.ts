import { z } from 'zod';

/** Objects of a list. */
export interface ParsedItems<T> {
  items: T[];
  /** How many were left out because they have not even a name. */
  odd: number;
}

/** Reads objects of a kind. */
export function parseItems<T extends { schema: z.ZodType }>(
  row: T,
  raw: readonly unknown[],
): ParsedItems<z.output<T['schema']>> {
  const schema: T['schema'] = row.schema;
  const items = raw.flatMap(item => {
    // Nobody reads what is wrong with a field, and zod fails at the words for some hostile ones.
    const parsed = schema.safeParse(item, { error: () => 'odd' });
    return parsed.success ? [parsed.data] : [];
  });
  return { items, odd: raw.length - items.length };
}
