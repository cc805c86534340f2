import { isMerged } from '../isMerged';
import { lastsFor } from './lastsFor';
import type { LaunchSight, StepSight } from './LaunchSight';
import { runningOrLate } from './runningOrLate';

type ReviewSight = Pick<
  LaunchSight,
  'record' | 'approvedBy' | 'before' | 'now'
>;

const CLOSE_IT =
  'When it is not wanted any more, close it on its page, which its author may, too';

const WHO_MAY =
  'whoever may approve changes (permission gen3.change.approve) and did not propose it: its author cannot';

/** A step that has not begun. */
export function waiting(id: StepSight['id']): StepSight {
  return { id, state: 'waiting', evidence: [], advice: undefined };
}

/** The steps of every change until it is in the base: proposed, reviewed, merged. */
export function followReview(sight: ReviewSight): StepSight[] {
  return [proposed(sight), reviewed(sight), merged(sight)];
}

function proposed({ record }: ReviewSight): StepSight {
  const { commit, branch, host, url, state } = record;
  const base = { id: 'proposed', advice: undefined } as const;
  if (state === 'proposing') {
    const evidence = [`The branch ${branch} is being written`];
    return { ...base, state: 'running', evidence };
  }
  const where =
    commit === undefined ? url ?? host : `Commit ${commit.slice(0, 8)}`;
  return { ...base, state: 'done', evidence: [`${where} on branch ${branch}`] };
}

function reviewed(sight: ReviewSight): StepSight {
  const { record, approvedBy } = sight;
  const base = { id: 'checks', advice: undefined } as const;
  if (record.state === 'proposing') return waiting(base.id);
  if (approvedBy.length > 0) {
    const evidence = approvedBy.map(by => `Approved by ${by}`);
    return { ...base, state: 'done', evidence };
  }
  if (isMerged(record)) {
    const evidence = ['It was merged in git, without an approval here'];
    return { ...base, state: 'skipped', evidence };
  }
  const { host } = record;
  const isLocal = host === 'local';
  const who = isLocal
    ? 'somebody else has to approve it'
    : `it is reviewed at ${host}`;
  return runningOrLate(base.id, {
    forMs: lastsFor(sight, base.id),
    evidence: `Preflight found no error in what it could check, and the description says what it could not; ${who}`,
    advice: isLocal
      ? {
          likely: 'Nobody has reviewed it.',
          fix: `Have it approved by ${WHO_MAY}. ${CLOSE_IT}.`,
        }
      : {
          likely: `Nobody has merged it at ${host}, or reviewers altered its files there.`,
          fix: `Have it reviewed and merged at ${host}. ${CLOSE_IT}; what is open at ${host} is to be declined there.`,
        },
  });
}

function merged(sight: ReviewSight): StepSight {
  const { mergeCommit, host, state } = sight.record;
  const base = { id: 'merged', advice: undefined } as const;
  if (isMerged(sight.record)) {
    const how =
      mergeCommit === undefined
        ? `Its files are in the repository at ${host}`
        : `Merge commit ${mergeCommit.slice(0, 8)}`;
    return { ...base, state: 'done', evidence: [how] };
  }
  if (state === 'merged') {
    return { ...base, state: 'running', evidence: ['It is being merged'] };
  }
  if (sight.approvedBy.length === 0) return waiting(base.id);
  return runningOrLate(base.id, {
    forMs: lastsFor(sight, base.id),
    evidence: 'It is approved: merge it',
    advice: {
      likely:
        'Nobody has merged it since it was approved, or git refused to, as when others changed the same files.',
      fix: `Have it merged by ${WHO_MAY}; who approved it may. What git refuses is to be closed and proposed anew. ${CLOSE_IT}.`,
    },
  });
}
