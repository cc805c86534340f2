import { z } from 'zod';

/**
 * Schema of a whole number in config. Digits in a text count too: Backstage substitutes environment variables
 * (`${PORT}`) as text.
 */
export function wholeNumber(min: number, max: number) {
  return z.preprocess(
    value =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    z.number().int().min(min).max(max),
  );
}
