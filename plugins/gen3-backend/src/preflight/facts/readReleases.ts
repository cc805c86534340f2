import {
  classifyTag,
  compareReleases,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../../database/tables';
import { type Asking, askFact, known } from './askFact';
import type { Fact } from './types';

const rowsSchema = z.array(z.object({ release: z.string() }));

/**
 * Monthly releases that exist as far as the portal knows, oldest first: those that commons of the fleet run, whoever may see these, and
 * those that config names.
 */
export function readReleases(options: {
  knex: Knex;
  /** Of config. */
  releases: readonly string[];
  asking: Asking;
}): Promise<Fact<string[]>> {
  const { knex, releases, asking } = options;
  return askFact({
    whom: "The portal's database",
    asking,
    ask: async () => {
      const rows = rowsSchema.parse(
        await knex(TABLES.commons).whereNotNull('release').distinct('release'),
      );
      const all = new Set([...rows.map(({ release }) => release), ...releases]);
      return known(
        [...all]
          .filter(release => classifyTag(release) === 'monthly')
          .sort(compareReleases),
      );
    },
  });
}
