import { z } from 'zod';

/**
 * A field that the portal can do without: one that is odd counts as missing. Clusters run many versions of Kubernetes and
 * objects of many hands, and an odd annotation must not hide a pod that crash-loops.
 */
export function lenient<T extends z.ZodType>(schema: T) {
  // Optional outside as well: most fields are missing, and then nothing has to be caught.
  return schema.optional().catch(undefined).optional();
}

/**
 * The same for a single value, of which all that `is` accepts is one. A collector reads tens of thousands of them a second, so each
 * costs no more than this call.
 */
export function lenientValue<T>(is: (value: unknown) => value is T) {
  return z
    .transform((value: unknown) => (is(value) ? value : undefined))
    .optional();
}

/** A list of which members that fit no schema are left out; a missing or odd list is empty. */
export function lenientList<T extends z.ZodType>(schema: T) {
  return z
    .array(schema.nullable().catch(null))
    .optional()
    .catch(undefined)
    .transform((items = []) =>
      // A copy is as long as its members need; one that was filled by and by has room for sixteen more.
      items.filter((item): item is z.output<T> => item !== null).slice(),
    );
}
