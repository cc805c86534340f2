import { join } from 'node:path';
import { simulatedHostname } from './BenchSimulator';
import { logRunsOf } from './runLog';

/** From the start of the catalog to the first read: until then the portal comes to rest. */
const FIRST_READ_MS = 45_000;

/** Longer than previews are measured: cloning and cataloguing a thousand commons is measured on its own, and takes both cores. */
const NOT_MEANWHILE_MS = 3_600_000;

/** Key of the measured git source. */
export const GITOPS_SOURCE = 'fleet';

/** SQLite files in a portal's own folder. */
export function sqliteIn(folder: string) {
  return {
    client: 'better-sqlite3',
    connection: { directory: join(folder, 'database') },
  };
}

/**
 * SQLite files for the plugin that is measured, memory for the catalog: it would wait for the disk at every entity that it
 * processes, for many minutes that say nothing about pages of the fleet.
 */
export function sqliteWithCatalogInMemory(folder: string) {
  return {
    ...sqliteIn(folder),
    plugin: { catalog: { connection: ':memory:' } },
  };
}

/** A PostgreSQL server; every plugin makes a database of its own there. */
export function postgresAt(connectionString: string) {
  return { client: 'pg', connection: connectionString };
}

/** The search index is built an hour later than usual: reading the whole catalog for it is not what is measured. */
const SEARCH_LATER = {
  collators: { catalog: { schedule: { initialDelay: { hours: 1 } } } },
};

/** One `gitops` source that is only read when it is asked to, and once on its own. */
export function discoveryConfig(options: {
  database: object;
  repository: string;
  /** From the start of the catalog to that first read. @defaultValue {@link FIRST_READ_MS} */
  firstReadMs?: number;
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
              initialDelay: {
                milliseconds: options.firstReadMs ?? FIRST_READ_MS,
              },
              timeout: { minutes: 10 },
            },
          },
        },
      },
    },
  };
}

/** The chart at its source; `CHART_REPO` names a copy of that repository where there is no network. */
const CHART_REPO =
  process.env.CHART_REPO ?? 'https://github.com/uc-cdis/gen3-helm.git';

/** A source that takes launches, and the full chart, kept in a folder that others may look into. */
export function previewConfig(options: {
  database: object;
  repository: string;
  charts: string;
}) {
  const { charts, ...given } = options;
  return {
    ...discoveryConfig({ ...given, firstReadMs: NOT_MEANWHILE_MS }),
    gen3: {
      changes: {
        chart: { repoUrl: CHART_REPO, path: 'helm/gen3', revision: 'master' },
        chartCache: charts,
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

/** How often each commons is asked while pages are measured: often enough that the collector writes all the time. */
const ROUND_MS = 120_000;

/**
 * A fleet in `static` sources, one fence each, served by the simulator: with status, score, reason and age in every row, and a
 * collector that works while pages are asked for.
 */
export function fleetConfig(options: {
  database: object;
  commons: number;
  simulator: { port: number; caFile: string };
}) {
  const { sources, releases, ownerOf } = FLEET_VALUES;
  const { port, caFile } = options.simulator;
  const commonsOf = (index: number) => ({
    hostname: simulatedHostname(index + 1),
    title: `Commons ${index} of the ${sources[index % sources.length]}`,
    owner: ownerOf(index),
    lifecycle: TIERS[Math.floor(index / 3) % TIERS.length],
    services: [`fence:${releases[Math.floor(index / 7) % releases.length]}`],
  });
  const all = Array.from({ length: options.commons }, (_, index) => index);
  return {
    backend: { database: options.database },
    search: SEARCH_LATER,
    gen3: {
      http: {
        allowPrivateAddresses: ['127.0.0.0/8'],
        caFile,
        connectTo: [{ host: '*.example', address: '127.0.0.1', port }],
      },
      health: { intervalMs: ROUND_MS },
    },
    catalog: {
      providers: {
        gen3: Object.fromEntries(
          sources.map((source, at) => [
            source,
            {
              type: 'static',
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
