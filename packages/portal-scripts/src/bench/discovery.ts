import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { REPOSITORY, TYPESCRIPT } from '../repository';
import { createRepository } from '../start/demoData';
import { discoveryConfig, GITOPS_SOURCE } from './benchConfig';
import { BenchPortal } from './BenchPortal';
import {
  countDifferences,
  EntityVersions,
  listVersions,
  waitForEntities,
  waitForRest,
} from './catalogEntities';
import {
  ColdRun,
  describeDiscovery,
  Processed,
  Restart,
} from './describeDiscovery';
import { readProcessUse, resetPeak } from './processUse';
import { Figure } from './report';
import { countMutations, findRuns, SourceRun } from './runLog';

const COMMONS = 1_000;
const SERVICES = 15;
/** How many commons share a cluster in the generated tree; every cluster is an entity as well. */
const PER_CLUSTER = 25;
const ENTITIES = COMMONS * (1 + SERVICES) + COMMONS / PER_CLUSTER;
/** After a start, before memory counts as that of an idle portal. */
const SETTLE_MS = 20_000;
/** How long the catalog may take to process what it was handed before this goes on without it. */
const PROCESSING_LIMIT_MS = 5 * 60_000;
/** How often an unchanged repository is read; the slowest counts. */
const UNCHANGED_RUNS = 3;

/** What measuring discovery needs. */
export interface DiscoveryBench {
  folder: string;
  /** Bare repository of {@link generateRepository}. */
  repository: string;
  database: object;
  /** Of the database, for people. */
  name: string;
  /** Also wait until the catalog has processed everything, and compare its entities before and after unchanged runs. */
  followProcessing: boolean;
  signal: AbortSignal;
  say: (message: string) => void;
}

/** Measures discovery of a generated GitOps repository, from git to the catalog's tables. */
export async function measureDiscovery(
  bench: DiscoveryBench,
): Promise<Figure[]> {
  const { name, signal, say } = bench;
  const options = { ...bench, config: discoveryConfig(bench) };
  say(`discovery on ${name}: waiting for an idle portal`);
  const portal = await BenchPortal.start(options);
  try {
    const cold = await measureCold(portal, bench);
    const processed = bench.followProcessing
      ? await followProcessing(portal, bench)
      : undefined;
    say(`discovery on ${name}: reading it unchanged`);
    const runs: SourceRun[] = [];
    for (let turn = 0; turn < UNCHANGED_RUNS; turn += 1) {
      // One after the other: a source is never read twice at a time.
      runs.push(requireUnchanged(await runSource(portal, signal)));
    }
    await portal.stop();
    say(`discovery on ${name}: reading it after a restart`);
    const restart = await measureRestart(options, processed?.entities);
    return describeDiscovery({ name, cold, processed, runs, restart });
  } finally {
    await portal.stop();
  }
}

async function followProcessing(
  portal: BenchPortal,
  { name, signal, say }: DiscoveryBench,
): Promise<Processed> {
  say(`discovery on ${name}: the catalog processes ${ENTITIES} entities`);
  const limits = { limitMs: PROCESSING_LIMIT_MS, signal };
  const seconds = await waitForEntities(portal, {
    ...limits,
    atLeast: ENTITIES,
  });
  const entities =
    seconds === undefined ? undefined : await waitForRest(portal, limits);
  return { seconds, entities, use: await readProcessUse(portal.pid) };
}

/** Writes the repository that is discovered; returns the path of a bare one. */
export async function generateRepository(options: {
  folder: string;
  signal: AbortSignal;
}): Promise<string> {
  const { folder, signal } = options;
  const tree = join(folder, 'tree');
  await promisify(execFile)(
    process.execPath,
    [
      ...TYPESCRIPT,
      resolve(REPOSITORY, 'packages/fleet-simulator/src/cli.ts'),
      ...['generate', '--out', tree],
      ...['--commons', String(COMMONS), '--services', String(SERVICES)],
    ],
    { cwd: REPOSITORY, signal },
  );
  const repository = join(folder, 'gitops.git');
  await createRepository({ from: tree, repository, signal });
  return repository;
}

async function measureCold(
  portal: BenchPortal,
  { name, signal, say }: DiscoveryBench,
): Promise<ColdRun> {
  await sleep(SETTLE_MS, undefined, { signal });
  const before = await portal.leastUseAfterCollection();
  await resetPeak(portal.pid);
  say(`discovery on ${name}: reading it for the first time`);
  const run = await runSource(portal, signal);
  return { run, before, after: await readProcessUse(portal.pid) };
}

async function measureRestart(
  options: Parameters<typeof BenchPortal.start>[0],
  known: EntityVersions | undefined,
): Promise<Restart> {
  const { signal } = options;
  const portal = await BenchPortal.start(options);
  try {
    const run = requireUnchanged(await runSource(portal, signal));
    await sleep(SETTLE_MS, undefined, { signal });
    const published = countMutations(await portal.readLog(), GITOPS_SOURCE);
    const changed =
      known && countDifferences(known, await listVersions(portal));
    return { run, published, changed };
  } finally {
    await portal.stop();
  }
}

/** Has the source read now and waits until the portal says that it was. */
async function runSource(
  portal: BenchPortal,
  signal: AbortSignal,
): Promise<SourceRun> {
  const before = findRuns(await portal.readLog(), GITOPS_SOURCE).length;
  await portal.post(`/api/catalog/gen3/sources/${GITOPS_SOURCE}/refresh`);
  for (;;) {
    // The log, because asking the portal would take part of the time that is measured.
    const run = findRuns(await portal.readLog(), GITOPS_SOURCE).at(before);
    if (run) {
      return run;
    }
    portal.throwIfEnded();
    await sleep(250, undefined, { signal });
  }
}

function requireUnchanged(run: SourceRun): SourceRun {
  if (run.outcome !== 'unchanged') {
    throw new Error(
      'Nothing was committed, and yet the repository was read again: the figures would mean nothing',
    );
  }
  return run;
}
