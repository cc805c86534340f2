import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeApproval, ChangeRecord } from './ChangeRecord';
import { shortNameOf } from './nameOfPerson';
import { waitsFor } from './waitsFor';

/** Who asks, and whether the policy lets them approve changes. */
interface ChangeActor {
  /** Absent: a service, which approves nothing. */
  userRef: string | undefined;
  mayApprove: boolean;
}

/**
 * What somebody may do with a change now, and why not. Nobody approves or merges what they proposed themselves: four eyes see more, and a
 * person whose session was stolen cannot do it alone. The author may close it. What is reviewed elsewhere can be closed here as well: a pull request
 * that was declined may leave its branch, and nothing tells the portal.
 */
export function mayOf(options: {
  record: Pick<ChangeRecord, 'state' | 'host' | 'author' | 'request'>;
  approvals: ChangeApproval[];
  caller: ChangeActor;
  /** Absent: the change does not wait. */
  waits?: ChangeDetails['waits'];
}): Pick<ChangeDetails, 'may' | 'whyNot'> {
  const { record, approvals, caller, waits } = options;
  const { userRef } = caller;
  const isOpen = record.state === 'open' && record.host === 'local';
  const isAuthor = userRef === record.author;
  const isReviewer = caller.mayApprove && userRef !== undefined && !isAuthor;
  const isApproved = approvals.some(({ by }) => by !== record.author);
  const hasApproved = approvals.some(({ by }) => by === userRef);
  const may = {
    approve: isOpen && isReviewer && !hasApproved,
    merge: isOpen && isReviewer && isApproved,
    close:
      (record.state === 'open' || isUnopened(record)) &&
      (isReviewer || isAuthor),
    ...(isAuthor && waits?.turn === 'author' ? { open: true } : {}),
  };
  const whyNot = whyNotOf({
    record,
    waits,
    isOpen,
    isAuthor,
    isReviewer,
    isApproved,
    hasApproved,
  });
  return whyNot === undefined ? { may } : { may, whyNot };
}

/** Elsewhere a change is the portal's own until its pull request is there, and nobody else can give it up; so is one that waits for others. */
function isUnopened(
  record: Pick<ChangeRecord, 'state' | 'host' | 'request'>,
): boolean {
  const isWaiting = record.host !== 'local' || waitsFor(record).length > 0;
  return isWaiting && record.state === 'proposing';
}

function whyNotOf(options: {
  record: Pick<ChangeRecord, 'state' | 'host' | 'author'>;
  waits: ChangeDetails['waits'];
  isOpen: boolean;
  isAuthor: boolean;
  isReviewer: boolean;
  isApproved: boolean;
  hasApproved: boolean;
}): string | undefined {
  const { record, waits, isOpen, isAuthor, isReviewer, isApproved } = options;
  if (waits?.turn === 'author') {
    return isAuthor
      ? `The wave before has succeeded: open its pull request at ${record.host}.`
      : `${shortNameOf(
          record.author,
        )} proposed it, and opens its pull request at ${record.host}.`;
  }
  if (waits) return 'It waits for other changes to succeed.';
  if (record.host !== 'local') return `It is reviewed at ${record.host}.`;
  if (record.state === 'proposing') return 'Its branch is being written.';
  if (!isOpen) return undefined;
  if (isAuthor) {
    return 'You proposed it: somebody else has to approve and merge it.';
  }
  if (!isReviewer) {
    return 'You may not approve changes: permission "gen3.change.approve" is denied.';
  }
  if (!isApproved) return 'It can be merged once it is approved.';
  return options.hasApproved ? 'You approved it already.' : undefined;
}
