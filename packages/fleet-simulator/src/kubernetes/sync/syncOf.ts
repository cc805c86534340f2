import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Commons } from '../../commons/types';
import { Change, changesOfKind } from '../changes/Change';
import { Declaration, planSyncs, SyncOptions } from './planSyncs';
import { Release, SyncPlan } from './types';

/** How far a commons is with what git declares. */
export interface Sync extends SyncPlan {
  /** When git came to declare it, where that was while the simulator ran. */
  installedAt?: Date;
  /** What was deployed when the simulator started, or before the first change that is remembered. */
  before?: Commons;
  /** What runs now: its services, and the values that were applied last. */
  running: Commons;
  /** Services whose databases are being made, and that do not run yet. */
  arriving: readonly string[];
  /** Releases of a service since it was there without a break, until now. */
  releasesOf(service: string): readonly Release[];
}

/** What {@link syncOf} needs. */
export interface SyncOfOptions extends Pick<SyncOptions, 'isHeldUp'> {
  /** What git declares. */
  declared: Commons;
  changes: readonly Change[];
  /** When that which was there at the simulator's start had been deployed. */
  deployedAt: Date;
  now: Date;
}

const registry = createServiceRegistry();

/** What has become of a commons by what git declared, and declares. */
export function syncOf(options: SyncOfOptions): Sync {
  const { declared, changes, deployedAt, now, isHeldUp } = options;
  const declares = changesOfKind(changes, 'declare');
  const [first] = declares;
  const old = first ? first.before : declared;
  const declarations = declares.map(
    ({ at }, index): Declaration => ({
      at,
      commons: declares[index + 1]?.before ?? declared,
    }),
  );
  const plan = planSyncs({
    ...(old ? { before: { at: deployedAt, commons: old } } : {}),
    declarations,
    isHeldUp,
    hasDatabase,
  });
  const releasesOf = (service: string) =>
    currentRun(plan.releases.get(service) ?? [], now);
  const operation = plan.operations.findLast(
    ({ startedAt }) => startedAt <= now,
  );
  const values = operation?.commons ?? old ?? declared;
  const services = runningServices(plan, releasesOf);
  return {
    ...plan,
    ...(old ? { before: old } : { installedAt: plan.operations[0].declaredAt }),
    running: declares.length === 0 ? declared : { ...values, services },
    arriving: (operation?.creates ?? []).filter(name => !services.has(name)),
    releasesOf,
  };
}

/** The releases since the last removal. */
function currentRun(releases: readonly Release[], now: Date): Release[] {
  const past = releases.filter(({ at }) => at <= now);
  const removal = past.findLastIndex(({ isRemoval }) => isRemoval);
  return past.slice(removal + 1);
}

function runningServices(
  { releases }: SyncPlan,
  releasesOf: Sync['releasesOf'],
): Commons['services'] {
  return new Map(
    [...releases.keys()].flatMap((name): [string, string | undefined][] => {
      const last = releasesOf(name).at(-1);
      return last ? [[name, last.tag]] : [];
    }),
  );
}

function hasDatabase(service: string): boolean {
  const jobs = registry.get(service)?.jobs ?? [];
  return jobs.some(({ name }) => name.endsWith('-dbcreate'));
}
