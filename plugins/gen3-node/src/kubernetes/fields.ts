import { z } from 'zod';
import { lenient, lenientList, lenientValue } from './lenient';

/** Any text. */
export const text = lenientValue(isText);
/** A whole number, zero or more. */
export const count = lenientValue(isCount);
/** A point in time, ISO 8601. */
export const instant = lenientValue(isInstant);
/** All or none of them: half the labels of a pod are those of another. */
const labels = lenientValue(isLabels);

/** Only a name is needed of any object. */
export const metadata = z.object({
  name: z.string().min(1),
  namespace: text,
  uid: text,
  creationTimestamp: instant,
  deletionTimestamp: instant,
  generation: count,
  labels,
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

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isInstant(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function isLabels(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isText)
  );
}
