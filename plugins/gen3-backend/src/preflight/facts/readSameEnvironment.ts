import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { TABLES } from '../../database/tables';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { whereVisible } from '../../permissions/whereVisible';
import { type Asking, askFact, known, unknown } from './askFact';
import type { Fact, Neighbours } from './types';

/** As many are looked at: no environment has more. */
const MAX_LOOKED_AT = 1_000;

const NOBODY_YET =
  'The catalog has no commons at all: right after the start of the portal it has not read them yet';

const rowsSchema = z.array(z.object({ hostname: z.string() }));

/** What {@link readSameEnvironment} is asked. */
export interface EnvironmentQuestion {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  /** Which commons are named; of the others only the number is told. */
  access: CommonsAccess;
  /** `global.environment`. */
  environment: string;
  /** Of the commons that is judged; it is not its own neighbour. */
  hostname: string | undefined;
  asking: Asking;
}

/**
 * Which other commons of the catalog are in an environment. The catalog is asked with the credentials of the plugin: whom the caller may not see
 * reads secrets as well. Not known while the catalog has no commons.
 */
export function readSameEnvironment(
  question: EnvironmentQuestion,
): Promise<Fact<Neighbours>> {
  const { knex, catalog, auth, access, environment, asking } = question;
  return askFact({
    whom: 'The catalog',
    asking,
    ask: async () => {
      const credentials = await auth.getOwnServiceCredentials();
      const ask = (filter: Record<string, string>, limit: number) =>
        catalog.queryEntities(
          {
            filter: {
              kind: 'System',
              'spec.type': GEN3_COMMONS_TYPE,
              ...filter,
            },
            fields: ['metadata.annotations'],
            limit,
          },
          { credentials },
        );
      const { items } = await ask(
        {
          [`metadata.annotations.${GEN3_ANNOTATIONS.environment}`]: environment,
        },
        MAX_LOOKED_AT,
      );
      if (items.length === 0) {
        const { items: anyCommons } = await ask({}, 1);
        return anyCommons.length > 0
          ? known({ hostnames: [], hidden: 0 })
          : unknown(NOBODY_YET);
      }
      const there = items.flatMap(({ metadata }) => {
        const hostname = metadata.annotations?.[GEN3_ANNOTATIONS.hostname];
        return hostname === undefined ? [] : [hostname];
      });
      const others = there
        .filter(hostname => hostname !== question.hostname)
        .sort();
      // Who may see every commons may see those that the fleet has not taken in yet.
      if (access === undefined) return known({ hostnames: others, hidden: 0 });
      const rows = await whereVisible(
        knex(TABLES.commons).whereIn('hostname', others),
        access,
      )
        .distinct('hostname')
        .orderBy('hostname');
      const hostnames = rowsSchema.parse(rows).map(row => row.hostname);
      return known({ hostnames, hidden: others.length - hostnames.length });
    },
  });
}
