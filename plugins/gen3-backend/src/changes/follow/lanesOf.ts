import type { ChangeRecord } from '../ChangeRecord';
import { isMerged } from '../isMerged';

type Looked = Pick<
  ChangeRecord,
  'id' | 'source' | 'host' | 'state' | 'mergeCommit'
>;

/**
 * Sorts changes into lanes, in each of which they are looked at one after the other, so that a repository is asked one question at a time: a lane for
 * each source, and one for what needs no repository. Within a lane those that were late come last.
 *
 * @param late - ids of changes that took too long when they were last looked at
 */
export function lanesOf<T extends Looked>(
  changes: readonly T[],
  late: ReadonlySet<string>,
): T[][] {
  const lanes = new Map<string | undefined, T[]>();
  const inTime = changes.filter(({ id }) => !late.has(id));
  const wereLate = changes.filter(({ id }) => late.has(id));
  for (const change of [...inTime, ...wereLate]) {
    const lane = needsRepository(change) ? change.source : undefined;
    lanes.set(lane, [...(lanes.get(lane) ?? []), change]);
  }
  return [...lanes.values()];
}

/** What is merged is seen in the catalog and the fleet; what a task is to open at a host is not there yet. */
function needsRepository(change: Looked): boolean {
  const isUnopened = change.state === 'proposing' && change.host !== 'local';
  return !isMerged(change) && !isUnopened;
}
