import { ConflictError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';

/** What somebody is told who was about to do something to a change when somebody else did. */
export async function lostRace(
  store: Pick<ChangeStore, 'get'>,
  { id, title }: Pick<ChangeRecord, 'id' | 'title'>,
): Promise<ConflictError> {
  const now = await store.get(id, undefined);
  const why = now?.endReason === undefined ? '' : ` (${now.endReason})`;
  return new ConflictError(
    `"${title}" is ${stateOf(now)} by now${why}: nothing was done`,
  );
}

function stateOf(record: ChangeRecord | undefined): string {
  if (!record) return 'gone';
  return record.state === 'merged' && record.mergeCommit === undefined
    ? 'being merged'
    : record.state;
}
