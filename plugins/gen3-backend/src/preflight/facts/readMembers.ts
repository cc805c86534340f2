import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../../database/tables';
import { type Asking, askFact, known } from './askFact';
import type { Fact } from './types';

/** Hostnames in one statement: no mesh is larger, and SQLite takes no more than 32,766 variables. */
const MAX_HOSTNAMES = 10_000;

const rowsSchema = z.array(z.object({ hostname: z.string() }));

/**
 * Which of the hostnames are commons of the catalog, sorted. Those that the caller may not see are among them: that there is such a
 * commons is all that it tells.
 */
export function readMembers(options: {
  knex: Knex;
  hostnames: readonly string[];
  asking: Asking;
}): Promise<Fact<string[]>> {
  const { knex, asking } = options;
  const hostnames = [...new Set(options.hostnames)].slice(0, MAX_HOSTNAMES);
  return askFact({
    whom: "The portal's database",
    asking,
    ask: async () => {
      if (hostnames.length === 0) return known([]);
      const rows = await knex(TABLES.commons)
        .whereIn('hostname', hostnames)
        .distinct('hostname')
        .orderBy('hostname');
      return known(rowsSchema.parse(rows).map(({ hostname }) => hostname));
    },
  });
}
