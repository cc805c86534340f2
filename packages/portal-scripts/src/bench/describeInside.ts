import { ProcessUse } from './processUse';
import { Figure } from './report';
import { percentile } from './statistics';

/** What was seen while the portal looked into clusters for some minutes. */
export interface InsideRun {
  /** Milliseconds since clusters last told something, many times for many commons; never empty. */
  ages: number[];
  /** Requests that the API servers got. */
  toClusters: number;
  /** Requests that the commons got over HTTPS meanwhile. */
  toCommons: number;
  seconds: number;
  before?: ProcessUse;
  after?: ProcessUse;
}

const REQUESTS_PER_SECOND = 200;
const INTERVALS_S = 120;
const MEMORY_MB = 400;
const MORE_LAG_PERCENT = 5;

/** The figures of looking into clusters. */
export function describeInside(runs: {
  /** Of the database, for people. */
  name: string;
  /** Use of the portal before it knew any commons. */
  idle?: ProcessUse;
  /** The same after the usual minutes, garbage collected as before. */
  busy?: ProcessUse;
  usual: InsideRun;
  /** While one cluster hung; only commons of the others are in its ages. */
  disturbed: InsideRun;
}): Figure[] {
  const { name, idle, busy, usual, disturbed } = runs;
  const lag = meanSeconds(usual.ages);
  const disturbedLag = meanSeconds(disturbed.ages);
  return [
    {
      what: `inside, requests per second to all API servers, ${name}`,
      value: usual.toClusters / usual.seconds,
      unit: '',
      target: REQUESTS_PER_SECOND,
      note: `and ${(usual.toCommons / usual.seconds).toFixed(
        0,
      )} to the commons; ${describeProcessor(usual)}`,
    },
    {
      what: `inside, oldest card, ${name}`,
      value: oldestOf(usual),
      unit: 's',
      target: INTERVALS_S,
      note: `mean ${lag.toFixed(1)}, p95 ${(
        percentile(usual.ages, 95) / 1_000
      ).toFixed(1)} s; ${usual.ages.length} cards`,
    },
    {
      what: `inside, memory above idle, ${name}`,
      value: busy && idle ? busy.memory - idle.memory : undefined,
      unit: 'MB',
      target: MEMORY_MB,
      note:
        idle &&
        `idle ${idle.memory.toFixed(0)} MB; peak with garbage ${(
          usual.after?.peakMemory ?? 0
        ).toFixed(0)} MB`,
    },
    {
      what: `inside, lag of the others while one cluster hangs, ${name}`,
      // Neither all together nor any single one.
      value: Math.max(
        0,
        percentMore(disturbedLag, lag),
        percentMore(oldestOf(disturbed), oldestOf(usual)),
      ),
      unit: '%',
      target: MORE_LAG_PERCENT,
      note: `mean age ${disturbedLag.toFixed(1)} instead of ${lag.toFixed(
        1,
      )} s; oldest ${oldestOf(disturbed).toFixed(1)} s`,
    },
  ];
}

function oldestOf({ ages }: InsideRun): number {
  return Math.max(...ages) / 1_000;
}

function percentMore(value: number, usual: number): number {
  return (value / usual - 1) * 100;
}

function meanSeconds(ages: number[]): number {
  return ages.reduce((sum, age) => sum + age, 0) / ages.length / 1_000;
}

function describeProcessor({ before, after, seconds }: InsideRun): string {
  return before && after
    ? `portal ${(
        ((after.cpuSeconds - before.cpuSeconds) / seconds) *
        100
      ).toFixed(0)} % of one processor`
    : 'processor time is not told';
}
