import { z } from 'zod';

/** The word for "the whole commons" where a service's name stands. */
export const WHOLE_COMMONS = '*';

const flag = z.literal(true).optional();

/** What may be wrong with one service of a commons. */
export const serviceFaultSchema = z.strictObject({
  /** The service answers this status. revproxy turns every 5xx into its own 500. */
  status: z.number().int().min(200).max(599).optional(),
  /** The request is taken and never answered. */
  hang: flag,
  /** Every answer comes so much later, in milliseconds. */
  slowMs: z.number().int().min(0).max(3_600_000).optional(),
  /** The connection is reset instead of an answer. */
  reset: flag,
  /** The front end's page with 200 instead of the service. */
  html: flag,
  /** fence names another issuer than `https://<hostname>/user`. */
  wrongIssuer: flag,
});

/** What may be wrong with a commons as a whole. */
export const commonsFaultSchema = serviceFaultSchema.extend({
  /** The certificate ends in so many days; negative: it has ended. */
  certificateDays: z.number().min(-3650).max(3650).optional(),
  /** Gen3's maintenance mode. */
  maintenance: flag,
  /** The connection is closed before the TLS handshake: nobody is there. */
  close: flag,
});

/** A fault; all its parts hold at once. */
export type Fault = z.infer<typeof commonsFaultSchema>;

/** A fault and where it sits. */
export const placedFaultSchema = z.object({
  hostname: z.string().min(1),
  service: z.string().min(1).default(WHOLE_COMMONS),
  fault: commonsFaultSchema,
});

/** A fault and where it sits. */
export type PlacedFault = z.infer<typeof placedFaultSchema>;

/** Parts of a fault that only make sense for a whole commons. */
export const COMMONS_ONLY = [
  'certificateDays',
  'maintenance',
  'close',
] as const;
