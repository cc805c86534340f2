import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord, ChangeStepRecord } from './ChangeRecord';
import { waitsFor } from './waitsFor';

/** What a change waits for before it is proposed to its repository, and whose turn it is; undefined for one that does not wait. */
export function waitOf(
  record: Pick<ChangeRecord, 'state' | 'request'>,
  steps: readonly ChangeStepRecord[],
): ChangeDetails['waits'] {
  const ids = waitsFor(record);
  if (record.state !== 'proposing' || ids.length === 0) return undefined;
  // The follower says so of a change that it cannot go on with by itself.
  const isCalled = steps.some(
    ({ id, state }) => id === 'proposed' && state === 'stuck',
  );
  return { for: [...ids], turn: isCalled ? 'author' : 'others' };
}
