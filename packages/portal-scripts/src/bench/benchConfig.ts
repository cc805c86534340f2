import { join } from 'node:path';
import { logRunsOf } from './runLog';

/** From the start of the catalog to the first read: until then the portal comes to rest. */
const FIRST_READ_MS = 45_000;

/** Key of the measured git source. */
export const GITOPS_SOURCE = 'fleet';

/** SQLite files in a portal's own folder. */
export function sqliteIn(folder: string) {
  return {
    client: 'better-sqlite3',
    connection: { directory: join(folder, 'database') },
  };
}

/** SQLite in the portal's own memory, as in `app-config.yaml`; gone when the portal ends. */
export function sqliteInMemory() {
  return { client: 'better-sqlite3', connection: ':memory:' };
}

/** A PostgreSQL server; every plugin makes a database of its own there. */
export function postgresAt(connectionString: string) {
  return { client: 'pg', connection: connectionString };
}

/** The search index is built an hour later than usual: reading the whole catalog for it is not what is measured. */
const SEARCH_LATER = {
  collators: { catalog: { schedule: { initialDelay: { hours: 1 } } } },
};

/** One `gitops` source that is only read when it is asked to. */
export function discoveryConfig(options: {
  database: object;
  repository: string;
}) {
  return {
    backend: {
      database: options.database,
      logger: logRunsOf(GITOPS_SOURCE),
    },
    search: SEARCH_LATER,
    catalog: {
      providers: {
        gen3: {
          [GITOPS_SOURCE]: {
            type: 'gitops',
            url: `file://${options.repository}`,
            branch: 'main',
            // Nobody answers at these names, and asking them is another subject.
            probing: 'off',
            schedule: {
              frequency: { trigger: 'manual' },
              initialDelay: { milliseconds: FIRST_READ_MS },
              timeout: { minutes: 10 },
            },
          },
        },
      },
    },
  };
}

const TIERS = ['production', 'staging', 'qa', 'development'];

/** Values that a fleet of this size would have, so that filters choose something. */
export const FLEET_VALUES = {
  sources: ['north', 'south', 'east', 'west'],
  tiers: TIERS,
  releases: ['2026.05', '2026.06', '2026.07'],
  ownerOf: (index: number) => `group:default/team-${index % 20}`,
};

/** A fleet in `static` sources. One commons in twenty has a service, and so a release; none is asked for its health. */
export function fleetConfig(options: { database: object; commons: number }) {
  const { sources, releases, ownerOf } = FLEET_VALUES;
  const commonsOf = (index: number) => ({
    hostname: `commons-${String(index).padStart(4, '0')}.example.org`,
    title: `Commons ${index} of the ${sources[index % sources.length]}`,
    owner: ownerOf(index),
    lifecycle: TIERS[Math.floor(index / 3) % TIERS.length],
    services:
      index % 20 === 0
        ? [`fence:${releases[(index / 20) % releases.length]}`]
        : [],
  });
  const all = Array.from({ length: options.commons }, (_, index) => index);
  return {
    backend: { database: options.database },
    search: SEARCH_LATER,
    catalog: {
      providers: {
        gen3: Object.fromEntries(
          sources.map((source, at) => [
            source,
            {
              type: 'static',
              probing: 'off',
              commons: all
                .filter(index => index % sources.length === at)
                .map(commonsOf),
            },
          ]),
        ),
      },
    },
  };
}
