import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  postgresAt,
  sqliteIn,
  sqliteWithCatalogInMemory,
} from './bench/benchConfig';
import { generateRepository, measureDiscovery } from './bench/discovery';
import { measureFleet } from './bench/fleetPages';
import { describeLoad, describeMachine } from './bench/machine';
import { measureInside } from './bench/inside';
import { Figure, formatFigure, formatTable, judge } from './bench/report';
import { findPostgresPrograms, startTemporaryPostgres } from './test/postgres';

const say = (message: string) => console.log(`bench: ${message}`);

/** Measures and says at once what came of it. */
async function tell(measuring: Promise<Figure[]>): Promise<Figure[]> {
  const figures = await measuring;
  for (const figure of figures) {
    say(formatFigure(figure));
  }
  return figures;
}

interface BenchRun {
  folder: string;
  repository: string;
  signal: AbortSignal;
}

async function measureOnSqlite(run: BenchRun): Promise<Figure[]> {
  const folder = join(run.folder, 'sqlite');
  const fleetFolder = join(run.folder, 'fleet-sqlite');
  const insideFolder = join(run.folder, 'inside-sqlite');
  return [
    ...(await tell(
      measureDiscovery({
        ...run,
        folder,
        database: sqliteIn(folder),
        name: 'SQLite',
        // SQLite on a disk waits for it at every entity: many minutes that say nothing about discovery.
        followProcessing: false,
        say,
      }),
    )),
    ...(await tell(
      measureFleet({
        ...run,
        folder: fleetFolder,
        database: sqliteWithCatalogInMemory(fleetFolder),
        name: 'SQLite',
        say,
      }),
    )),
    ...(await tell(
      measureInside({
        ...run,
        folder: insideFolder,
        database: sqliteWithCatalogInMemory(insideFolder),
        name: 'SQLite',
        say,
      }),
    )),
  ];
}

async function measureOnPostgres(run: BenchRun): Promise<Figure[]> {
  const programs = findPostgresPrograms();
  if (!programs) {
    say('PostgreSQL is not installed: measured on SQLite only');
    return [];
  }
  const name = 'PostgreSQL';
  const onServer = async (
    measure: (database: object) => Promise<Figure[]>,
  ): Promise<Figure[]> => {
    const postgres = await startTemporaryPostgres(programs);
    try {
      return await tell(measure(postgresAt(postgres.connectionString)));
    } finally {
      await postgres.stop();
    }
  };
  return [
    ...(await onServer(database =>
      measureDiscovery({
        ...run,
        folder: join(run.folder, 'postgres'),
        database,
        name,
        followProcessing: true,
        say,
      }),
    )),
    ...(await onServer(database =>
      measureFleet({
        ...run,
        folder: join(run.folder, 'fleet-postgres'),
        database,
        name,
        say,
      }),
    )),
    ...(await onServer(database =>
      measureInside({
        ...run,
        folder: join(run.folder, 'inside-postgres'),
        database,
        name,
        say,
      }),
    )),
  ];
}

async function bench(): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-bench-'));
  const loadBefore = describeLoad();
  say(
    `on ${describeMachine()}; load ${loadBefore}. This takes more than an hour; Ctrl-C stops it.`,
  );
  try {
    say('writing a repository of 1,000 commons x 15 services');
    const repository = await generateRepository({ folder, signal });
    const options = { folder, repository, signal };
    const figures = [
      ...(await measureOnSqlite(options)),
      ...(await measureOnPostgres(options)),
    ];
    console.log(`\n${formatTable(figures)}\n`);
    console.log(
      `${new Date().toISOString()}, ${describeMachine()}; load ${loadBefore} before, ${describeLoad()} after`,
    );
    const missed = figures.filter(figure => judge(figure) === 'MISSED').length;
    console.log(missed ? `${missed} targets MISSED` : 'All targets met');
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
    say('stopped');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

bench().catch(error => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
