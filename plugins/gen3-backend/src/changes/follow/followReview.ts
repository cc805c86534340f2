import { isMerged } from '../isMerged';
import type { LaunchSight, StepSight } from './LaunchSight';

type ReviewSight = Pick<LaunchSight, 'record' | 'approvedBy'>;

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

function reviewed({ record, approvedBy }: ReviewSight): StepSight {
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
  const who =
    record.host === 'local'
      ? 'somebody else has to approve it'
      : `it is reviewed at ${record.host}`;
  const evidence = [`Preflight found no error; ${who}`];
  return { ...base, state: 'running', evidence };
}

function merged({ record, approvedBy }: ReviewSight): StepSight {
  const { mergeCommit, host, state } = record;
  const base = { id: 'merged', advice: undefined } as const;
  if (isMerged(record)) {
    const how =
      mergeCommit === undefined
        ? `Its files are in the repository at ${host}`
        : `Merge commit ${mergeCommit.slice(0, 8)}`;
    return { ...base, state: 'done', evidence: [how] };
  }
  if (state === 'merged') {
    return { ...base, state: 'running', evidence: ['It is being merged'] };
  }
  return approvedBy.length > 0
    ? { ...base, state: 'running', evidence: ['It is approved: merge it'] }
    : waiting(base.id);
}
