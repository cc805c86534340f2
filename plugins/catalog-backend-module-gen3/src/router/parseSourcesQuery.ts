import { InputError } from '@backstage/errors';
import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

/** Query of `GET /gen3/sources`. */
export const sourcesQuerySchema = z.strictObject({
  /** Only what concerns the commons of this hostname. */
  hostname: z
    .string('must be one hostname')
    .superRefine((value, context) => {
      const parsed = parseHostname(value);
      if (!parsed.ok) {
        context.addIssue({ code: 'custom', message: parsed.message });
      }
    })
    .optional(),
});

/** Query of `GET /gen3/sources`. */
export type SourcesQuery = z.infer<typeof sourcesQuerySchema>;

/**
 * Parses the query of `GET /gen3/sources`. Keys that it does not know are refused, so that a typing error does not pass for
 * an answer.
 *
 * @throws InputError that names the key, what is wrong with it and the fix
 */
export function parseSourcesQuery(query: unknown): SourcesQuery {
  const parsed = sourcesQuerySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(parsed.error.issues.map(describeIssue).join('; '));
  }
  return parsed.data;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `"${key}"`).join(', ');
    const known = Object.keys(sourcesQuerySchema.shape).join(', ');
    return `${keys}: not a parameter of this list; known are ${known}`;
  }
  return `${issue.path.join('.')}: ${issue.message}`;
}
