import { Commons } from '../../commons/types';
import { later, SECOND_MS } from '../timestamps';
import { Release, Releases, SyncOperation, SyncPlan } from './types';
import { waveOf, WAVES } from './waves';

/** Argo CD looks at git every so often (3 minutes by default); here it is told, and takes a breath. */
const DELAY_MS = 3 * SECOND_MS;

/** How long the Jobs that make databases take, and the pods of a wave until they are ready. */
export const DATABASES_MS = 8 * SECOND_MS;
const WAVE_MS = 13 * SECOND_MS;
const CLEANUP_MS = SECOND_MS;

/** What git declares, and since when. */
export interface Declaration {
  at: Date;
  commons: Commons;
}

/** What {@link planSyncs} needs. */
export interface SyncOptions {
  /** What ran before the first declaration; undefined: nothing did. */
  before?: Declaration;
  /** Oldest first. */
  declarations: readonly Declaration[];
  /** Whether the pods that a service gets do not get ready until `time`. */
  isHeldUp(service: string, time: Date): boolean;
  /** Whether a Job makes a database for a service. */
  hasDatabase(service: string): boolean;
}

/** Plans all operations of a commons: each follows the one before, and goes from wave to wave as pods get ready. */
export function planSyncs(options: SyncOptions): SyncPlan {
  const { before, declarations } = options;
  let releases: Releases = new Map(
    [...(before?.commons.services ?? [])].map(([name, tag]) => [
      name,
      before ? [{ at: before.at, tag }] : [],
    ]),
  );
  const operations = declarations.map((declaration, index) => {
    const next = declarations[index + 1];
    const endsBy = next && later(next.at, DELAY_MS);
    const planned = planSync(declaration, { releases, endsBy, options });
    releases = planned.releases;
    return planned.operation;
  });
  return { operations, releases };
}

/** The tag that was released last; undefined where the service is not there. */
function latest(releases: Releases, name: string) {
  const last = releases.get(name)?.at(-1);
  return last?.isRemoval ? undefined : last;
}

function planSync(
  { at: declaredAt, commons }: Declaration,
  context: { releases: Releases; endsBy?: Date; options: SyncOptions },
): { operation: SyncOperation; releases: Releases } {
  const { releases, endsBy, options } = context;
  const startedAt = later(declaredAt, DELAY_MS);
  const { services } = commons;
  const isNew = (name: string) => !latest(releases, name);
  const changed = [...services.keys()].filter(
    name => isNew(name) || latest(releases, name)?.tag !== services.get(name),
  );
  const creates = changed.filter(
    name => isNew(name) && options.hasDatabase(name),
  );
  const at = creates.length > 0 ? later(startedAt, DATABASES_MS) : startedAt;
  const { releasedAt, finishedAt } = applyWaves(changed, at, {
    endsBy,
    options,
  });
  const released = [...releasedAt].map(([name, time]): [string, Release] => [
    name,
    { at: time, tag: services.get(name) },
  ]);
  const removed = [...releases.keys()]
    .filter(name => !isNew(name) && !services.has(name))
    .flatMap((name): [string, Release][] =>
      finishedAt ? [[name, { at: finishedAt, isRemoval: true }]] : [],
    );
  return {
    operation: {
      declaredAt,
      startedAt,
      creates,
      commons,
      ...(finishedAt ? { finishedAt } : {}),
    },
    releases: withReleases(releases, [...released, ...removed]),
  };
}

function withReleases(releases: Releases, more: [string, Release][]): Releases {
  const next = new Map(releases);
  more.forEach(([name, release]) =>
    next.set(name, [...(next.get(name) ?? []), release]),
  );
  return next;
}

/** When each service gets what is new; a wave begins when the pods of the one before are ready. */
function applyWaves(
  changed: string[],
  start: Date,
  {
    endsBy,
    options: { isHeldUp },
  }: { endsBy?: Date; options: Pick<SyncOptions, 'isHeldUp'> },
): { releasedAt: ReadonlyMap<string, Date>; finishedAt?: Date } {
  const isTooLate = (time: Date) => endsBy !== undefined && time >= endsBy;
  const releasedAt = new Map<string, Date>();
  let at: Date | undefined = start;
  for (const wave of WAVES) {
    const members = changed.filter(name => waveOf(name) === wave);
    if (at && !isTooLate(at) && members.length > 0) {
      at = release(members, at);
    }
  }
  const finishedAt = at && later(at, CLEANUP_MS);
  return finishedAt && !isTooLate(finishedAt)
    ? { releasedAt, finishedAt }
    : { releasedAt };

  /** Returns when the pods of a wave are ready; undefined when they never are. */
  function release(members: string[], time: Date): Date | undefined {
    const readyAt = later(time, WAVE_MS);
    members.forEach(name => releasedAt.set(name, time));
    return members.some(name => isHeldUp(name, readyAt)) ? undefined : readyAt;
  }
}
