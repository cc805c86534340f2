import { z } from 'zod';
import { MeshMember } from '../commons/types';

const membersSchema = z.record(
  z.string(),
  z.object({
    commons_url: z.string().default(''),
    adapter: z.string().default('gen3'),
  }),
);

const configSchema = z.object({
  gen3_commons: membersSchema.default({}),
  adapter_commons: membersSchema.default({}),
});

/**
 * Members of an aggregate MDS config (`metadata.aggMdsConfig`, JSON in a string; shape in
 * `metadata-service:src/mds/agg_mds/commons.py`).
 *
 * @throws when it is not JSON of that shape.
 */
export function readAggregateMembers(config: string | undefined): MeshMember[] {
  if (!config) {
    return [];
  }
  const parsed = configSchema.parse(JSON.parse(config));
  return Object.entries({
    ...parsed.gen3_commons,
    ...parsed.adapter_commons,
  }).map(([name, member]) => ({
    name,
    url: /^https?:/.test(member.commons_url)
      ? member.commons_url
      : `https://${member.commons_url}`,
    isGen3: member.adapter === 'gen3',
  }));
}
