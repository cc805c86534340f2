import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

const jsonObject = z.record(z.string(), z.json());

/** The inputs of an action as JSON, without what nobody filled in: a form gives an empty text for that. */
export function filledIn(input: Record<string, unknown>): JsonObject {
  return jsonObject.parse(
    Object.fromEntries(
      Object.entries(input).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      ),
    ),
  );
}
