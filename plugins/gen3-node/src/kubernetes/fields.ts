import { z } from 'zod';
import { lenient, lenientList } from './lenient';

/** Any text. */
export const text = lenient(z.string());
/** A whole number, zero or more. */
export const count = lenient(z.number().int().nonnegative());
/** A point in time, ISO 8601. */
export const instant = lenient(
  z.string().refine(value => !Number.isNaN(Date.parse(value))),
);

/** Only a name is needed of any object. */
export const metadata = z.object({
  name: z.string().min(1),
  namespace: text,
  uid: text,
  creationTimestamp: instant,
  deletionTimestamp: instant,
  generation: count,
  labels: lenient(z.record(z.string(), z.string())),
  ownerReferences: lenientList(
    z.object({ kind: z.string(), name: z.string() }),
  ),
});

/** What a controller says of an object. */
export const conditions = lenientList(
  z.object({
    type: z.string(),
    status: z.string(),
    reason: text,
    message: text,
    lastTransitionTime: instant,
  }),
);

/** Which pods are meant, by their labels; as a whole or not at all: half a selector selects others. */
export const selector = lenient(
  z.object({
    matchLabels: z.record(z.string(), z.string()).default({}),
    matchExpressions: z
      .array(
        z.object({
          key: z.string(),
          operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
          values: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
);
