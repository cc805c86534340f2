import { z } from 'zod';

/** A time as a host writes it, with whatever offset; ISO 8601 UTC afterwards. */
export const hostInstant = z
  .string()
  .refine(text => !Number.isNaN(Date.parse(text)))
  .transform(text => new Date(text).toISOString());
