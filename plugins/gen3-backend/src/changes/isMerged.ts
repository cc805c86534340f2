import type { ChangeRecord } from './ChangeRecord';

/**
 * Whether a change is in the base for certain. Here the state alone only says that somebody began to merge; elsewhere it is what the host
 * said, and no commit is known.
 */
export function isMerged({
  host,
  state,
  mergeCommit,
}: Pick<ChangeRecord, 'host' | 'state' | 'mergeCommit'>): boolean {
  return mergeCommit !== undefined || (host !== 'local' && state === 'merged');
}
