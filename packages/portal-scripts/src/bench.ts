import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BenchRun,
  BenchStep,
  chooseSteps,
  PostgresStep,
} from './bench/benchSteps';
import { generateRepository } from './bench/discovery';
import { describeLoad, describeMachine } from './bench/machine';
import { Figure, formatFigure, formatTable, judge } from './bench/report';
import { findPostgresPrograms, startTemporaryPostgres } from './test/postgres';

const say = (message: string) => console.log(`bench: ${message}`);

/** Measures and says at once what came of it. */
async function take(step: BenchStep, run: BenchRun): Promise<Figure[]> {
  const figures = step.needsPostgres
    ? await takeOnPostgres(step, run)
    : await step.measure(run);
  for (const figure of figures) {
    say(formatFigure(figure));
  }
  return figures;
}

/** Each step has a server of its own. */
async function takeOnPostgres(
  step: PostgresStep,
  run: BenchRun,
): Promise<Figure[]> {
  const programs = findPostgresPrograms();
  if (!programs) {
    say(`${step.name}: left out, PostgreSQL is not installed`);
    return [];
  }
  const postgres = await startTemporaryPostgres(programs);
  try {
    return await step.measure(run, postgres.connectionString);
  } finally {
    await postgres.stop();
  }
}

async function bench(): Promise<void> {
  const steps = chooseSteps(process.env.ONLY);
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-bench-'));
  const loadBefore = describeLoad();
  say(
    `on ${describeMachine()}; load ${loadBefore}. All steps together take more than an hour; Ctrl-C stops it.`,
  );
  try {
    say('writing a repository of 1,000 commons x 15 services');
    const repository = await generateRepository({ folder, signal });
    const figures: Figure[] = [];
    for (const step of steps) {
      // One after the other: each has the machine for itself.
      figures.push(...(await take(step, { folder, repository, signal, say }))); // eslint-disable-line no-await-in-loop
    }
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
