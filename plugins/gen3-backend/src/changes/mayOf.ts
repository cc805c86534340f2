import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeApproval, ChangeRecord } from './ChangeRecord';
import { waitsFor } from './waitsFor';

/** Who asks, and whether the policy lets them approve changes. */
interface ChangeActor {
  /** Absent: a service, which approves nothing. */
  userRef: string | undefined;
  mayApprove: boolean;
}

/**
 * What somebody may do with a change now, and why not. Nobody approves or merges what they proposed themselves: four eyes see more, and a
 * person whose session was stolen cannot do it alone. The author may close it.
 */
export function mayOf(options: {
  record: Pick<ChangeRecord, 'state' | 'host' | 'author' | 'request'>;
  approvals: ChangeApproval[];
  caller: ChangeActor;
}): Pick<ChangeDetails, 'may' | 'whyNot'> {
  const { record, approvals, caller } = options;
  const { userRef } = caller;
  const isOpen = record.state === 'open' && record.host === 'local';
  const isAuthor = userRef === record.author;
  const isReviewer = caller.mayApprove && userRef !== undefined && !isAuthor;
  const isApproved = approvals.some(({ by }) => by !== record.author);
  const hasApproved = approvals.some(({ by }) => by === userRef);
  const may = {
    approve: isOpen && isReviewer && !hasApproved,
    merge: isOpen && isReviewer && isApproved,
    close: (isOpen || isUnopened(record)) && (isReviewer || isAuthor),
  };
  const whyNot = whyNotOf({
    record,
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
  record: Pick<ChangeRecord, 'state' | 'host' | 'request'>;
  isOpen: boolean;
  isAuthor: boolean;
  isReviewer: boolean;
  isApproved: boolean;
  hasApproved: boolean;
}): string | undefined {
  const { record, isOpen, isAuthor, isReviewer, isApproved } = options;
  if (record.host !== 'local') return `It is reviewed at ${record.host}.`;
  if (isUnopened(record)) return 'It waits for other changes to succeed.';
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
