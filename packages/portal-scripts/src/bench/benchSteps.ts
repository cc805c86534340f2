import { join } from 'node:path';
import { postgresAt, sqliteIn, sqliteWithCatalogInMemory } from './benchConfig';
import { measureDiscovery } from './discovery';
import { measureFleet } from './fleetPages';
import { measureInside } from './inside';
import { measurePreview } from './preview';
import { Figure } from './report';

/** What every step is told. */
export interface BenchRun {
  /** For the data of all steps, each in a folder of its own. */
  folder: string;
  /** A bare repository that declares 1,000 commons x 15 services. */
  repository: string;
  signal: AbortSignal;
  say: (message: string) => void;
}

/** A run, on one database. */
interface RunOnDatabase extends BenchRun {
  database: object;
  name: 'SQLite' | 'PostgreSQL';
}

/** A measurement on SQLite, which needs nothing. */
export interface SqliteStep {
  /** `inside on SQLite` */
  name: string;
  needsPostgres: false;
  measure(run: BenchRun): Promise<Figure[]>;
}

/** A measurement on PostgreSQL. */
export interface PostgresStep {
  /** `inside on PostgreSQL` */
  name: string;
  needsPostgres: true;
  /** `postgresUrl`: of a server of its own. */
  measure(run: BenchRun, postgresUrl: string): Promise<Figure[]>;
}

/** One thing that is measured, on one database. */
export type BenchStep = SqliteStep | PostgresStep;

interface Part {
  part: string;
  sqlite: (folder: string) => object;
  measure(run: RunOnDatabase): Promise<Figure[]>;
}

const PARTS: readonly Part[] = [
  {
    part: 'discovery',
    sqlite: sqliteIn,
    measure: run =>
      measureDiscovery({
        ...run,
        // SQLite on a disk waits for it at every entity: many minutes that say nothing about discovery.
        followProcessing: run.name === 'PostgreSQL',
      }),
  },
  { part: 'fleet', sqlite: sqliteWithCatalogInMemory, measure: measureFleet },
  { part: 'inside', sqlite: sqliteWithCatalogInMemory, measure: measureInside },
  { part: 'preview', sqlite: sqliteIn, measure: measurePreview },
];

const BENCH_STEPS: readonly BenchStep[] = [
  ...PARTS.map(onSqlite),
  ...PARTS.map(onPostgres),
];

/**
 * The steps whose names hold `only`, or all without it, in the order of the table.
 *
 * @throws Error that lists the names when there is none.
 */
export function chooseSteps(only: string | undefined): readonly BenchStep[] {
  const chosen = BENCH_STEPS.filter(({ name }) => name.includes(only ?? ''));
  if (chosen.length === 0) {
    const names = BENCH_STEPS.map(({ name }) => name).join(', ');
    throw new Error(`ONLY="${only}" is in the name of no step: ${names}`);
  }
  return chosen;
}

function onSqlite({ part, sqlite, measure }: Part): SqliteStep {
  return {
    name: `${part} on SQLite`,
    needsPostgres: false,
    measure(run) {
      const folder = join(run.folder, `${part}-sqlite`);
      return measure({
        ...run,
        folder,
        database: sqlite(folder),
        name: 'SQLite',
      });
    },
  };
}

function onPostgres({ part, measure }: Part): PostgresStep {
  return {
    name: `${part} on PostgreSQL`,
    needsPostgres: true,
    measure(run, postgresUrl) {
      const folder = join(run.folder, `${part}-postgres`);
      const database = postgresAt(postgresUrl);
      return measure({ ...run, folder, database, name: 'PostgreSQL' });
    },
  };
}
