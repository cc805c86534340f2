import { commonsFaultSchema, Fault } from '../faults/types';
import { z } from 'zod';

/** Options of `fault` as commander gives them. */
export const faultOptionsSchema = z.object({
  status: z.number().optional(),
  hang: z.literal(true).optional(),
  slow: z.number().optional(),
  reset: z.literal(true).optional(),
  html: z.literal(true).optional(),
  wrongIssuer: z.literal(true).optional(),
  certificateDays: z.number().optional(),
  expired: z.literal(true).optional(),
  maintenance: z.literal(true).optional(),
  close: z.literal(true).optional(),
  outOfSync: z.literal(true).optional(),
  quotaUsedUp: z.literal(true).optional(),
  isolated: z.literal(true).optional(),
  crashLoop: z.literal(true).optional(),
  outOfMemory: z.literal(true).optional(),
  imagePull: z.literal(true).optional(),
  pending: z.literal(true).optional(),
  scaledToZero: z.literal(true).optional(),
  replicas: z.number().optional(),
  replicasReady: z.number().optional(),
  failedJob: z.literal(true).optional(),
  lateJob: z.union([z.literal(true), z.number()]).optional(),
  hangingJob: z.literal(true).optional(),
  unreachable: z.literal(true).optional(),
  forbidden: z.array(z.string()).optional(),
});

/**
 * Makes a fault of the options.
 *
 * @throws Error when none is given, or one has a value that cannot be.
 */
export function readFaultOptions(
  options: z.infer<typeof faultOptionsSchema>,
): Fault {
  const { slow, expired, certificateDays, ...same } = options;
  const parsed = commonsFaultSchema.safeParse({
    ...same,
    slowMs: slow,
    certificateDays: expired ? -1 : certificateDays,
  });
  if (!parsed.success) {
    throw new Error(`Not a fault: ${z.prettifyError(parsed.error)}`);
  }
  const fault = parsed.data;
  if (Object.values(fault).every(part => part === undefined)) {
    throw new Error(
      'Say what is wrong: --status 500, --hang, --slow 3s, --reset, --html, --wrong-issuer, --certificate-days 5, --expired, --maintenance or --close, one of --crash-loop, --image-pull and the others that "fault --help" lists; or "clear"',
    );
  }
  return fault;
}

/** A fault in words: `status 500, slow 3000 ms`. */
export function describeFault(fault: Fault): string {
  return Object.entries(fault)
    .filter(([, value]) => value !== undefined)
    .map(([part, value]) => (value === true ? part : `${part} ${value}`))
    .join(', ');
}
