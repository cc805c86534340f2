import { z } from 'zod';

/**
 * A field that the portal can do without: one that is odd counts as missing. Clusters run many versions of Kubernetes and
 * objects of many hands, and an odd annotation must not hide a pod that crash-loops.
 */
export function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

/** A list of which members that fit no schema are left out; a missing or odd list is empty. */
export function lenientList<T extends z.ZodType>(schema: T) {
  return z
    .array(schema.nullable().catch(null))
    .catch([])
    .transform(items => items.flatMap(item => (item === null ? [] : [item])));
}
