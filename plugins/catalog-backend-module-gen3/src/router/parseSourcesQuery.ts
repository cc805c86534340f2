import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { parseQuery } from '@gen3-csoc/backstage-plugin-gen3-node';
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

/** Parses the query of `GET /gen3/sources`. @throws InputError that names the key, the value found and the fix */
export const parseSourcesQuery = (query: unknown): SourcesQuery =>
  parseQuery(sourcesQuerySchema, query);
