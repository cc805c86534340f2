import { EntityVersions } from './catalogEntities';
import { ProcessUse } from './processUse';
import { Figure } from './report';
import { SourceRun } from './runLog';

/** The first read, and what the process had used before and after it. */
export interface ColdRun {
  run: SourceRun;
  before?: ProcessUse;
  after?: ProcessUse;
}

/** What the catalog made of it. */
export interface Processed {
  /** Until the last entity is served; undefined when that took too long. */
  seconds?: number;
  /** All entities once the catalog was at rest; undefined when that took too long. */
  entities?: EntityVersions;
  /** What the process had used by then. */
  use?: ProcessUse;
}

/** A portal that knows everything already. */
export interface Restart {
  run: SourceRun;
  /** How often entities were handed over at the start, for the catalog to compare. */
  published: number;
  /** Entities that are not as they were before; undefined when that was not looked at. */
  changed?: number;
}

/** The figures of discovery on one database. Pure. */
export function describeDiscovery(measured: {
  name: string;
  cold: ColdRun;
  processed?: Processed;
  /** Reads of an unchanged repository. */
  runs: SourceRun[];
  restart: Restart;
}): Figure[] {
  const { name, cold, processed, runs, restart } = measured;
  const unchanged = [...runs, restart.run];
  const { before, after } = cold;
  const aboveIdle = (use: ProcessUse | undefined) =>
    use && before && use.peakMemory - before.memory;
  const cpu =
    before && after
      ? `; ${(after.cpuSeconds - before.cpuSeconds).toFixed(1)} s CPU`
      : '';
  const { readMs, totalMs } = cold.run;
  return [
    {
      what: `discovery, cold, ${name}`,
      value: totalMs / 1_000,
      unit: 's',
      target: 10,
      note: `git and files ${inSeconds(readMs)}, store and catalog ${inSeconds(
        totalMs - readMs,
      )}${cpu}`,
    },
    {
      what: `discovery, unchanged, ${name}`,
      value: Math.max(...runs.map(run => run.totalMs)) / 1_000,
      unit: 's',
      target: 2,
      note: `slowest of ${runs.length}`,
    },
    {
      what: `discovery, unchanged after a restart, ${name}`,
      value: restart.run.totalMs / 1_000,
      unit: 's',
      target: 2,
    },
    {
      what: `mutations by unchanged runs, ${name}`,
      value: unchanged.reduce((sum, run) => sum + run.mutations, 0),
      unit: '',
      target: 0,
      note: `${unchanged.length} runs; the restart itself hands over all entities ${restart.published} time`,
    },
    {
      what: `memory, peak of discovery above idle, ${name}`,
      value: aboveIdle(after),
      unit: 'MB',
      target: 300,
      note: before ? `idle ${before.memory.toFixed(0)} MB` : '',
    },
    ...(processed ? describeProcessing(processed) : []),
  ];

  function describeProcessing({ entities, seconds, use }: Processed) {
    return [
      {
        what: `entities changed by unchanged runs and restart, ${name}`,
        value: restart.changed,
        unit: '' as const,
        target: 0,
        note: entities
          ? `of ${entities.size}, by uid and etag`
          : 'the catalog did not come to rest in time',
      },
      {
        what: `Backstage's processing of these entities, ${name}`,
        value: seconds,
        unit: 's' as const,
        note: entities
          ? 'from the hand-over until the last one is served'
          : 'stopped waiting',
      },
      {
        what: `memory, peak above idle with processing, ${name}`,
        value: aboveIdle(use),
        unit: 'MB' as const,
      },
    ];
  }
}

function inSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
