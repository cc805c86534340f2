import { z } from 'zod';
import { jsonText } from '../database/columns';

/** Column `inside_causes_json`. */
export const insideCausesJson = z.union([
  z.null(),
  jsonText(z.array(z.string())),
]);

/**
 * All that the cluster of a stored commons says, worst first; undefined when it says nothing now. Of rounds before all causes were
 * written the worst is known.
 */
export function insideCausesOf(row: {
  inside_cause: string | null;
  inside_causes_json: string[] | null;
}): string[] | undefined {
  if (row.inside_causes_json !== null) return row.inside_causes_json;
  if (row.inside_cause === null) return undefined;
  return row.inside_cause === 'ok' ? [] : [row.inside_cause];
}
