import type {
  Change,
  ChangeDetails,
  ChangeStep,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { CHANGE_STEPS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { toInstant } from '../database/columns';
import type {
  ChangeApproval,
  ChangeRecord,
  ChangeStepRecord,
} from './ChangeRecord';
import { mayOf } from './mayOf';
import { STEP_TITLES } from './stepTitles';

/** A change in a list. */
export function describeChange(record: ChangeRecord): Change {
  const { createdAt, updatedAt, endedAt, url, endReason } = record;
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    title: record.title,
    hostname: record.hostname,
    entityRef: record.entityRef,
    source: record.source,
    author: record.author,
    owner: record.owner,
    createdAt: toInstant(createdAt),
    updatedAt: toInstant(updatedAt),
    ...(endedAt === undefined ? {} : { endedAt: toInstant(endedAt) }),
    ...(endReason === undefined ? {} : { endReason }),
    branch: record.branch,
    ...(url === undefined ? {} : { url }),
    host: record.host,
  };
}

/** A change with everything about it, for one caller. */
export function describeChangeDetails(options: {
  record: ChangeRecord;
  approvals: ChangeApproval[];
  steps: ChangeStepRecord[];
  caller: { userRef: string | undefined; mayApprove: boolean };
}): ChangeDetails {
  const { record, approvals, steps, caller } = options;
  const { commit, mergeCommit } = record;
  return {
    ...describeChange(record),
    description: record.description,
    ...(commit === undefined ? {} : { commit }),
    ...(mergeCommit === undefined ? {} : { mergeCommit }),
    steps: describeSteps(steps),
    files: record.files,
    accepted: record.accepted,
    approvals: approvals.map(({ by, at }) => ({ by, at: toInstant(at) })),
    ...mayOf({ record, approvals, caller }),
  };
}

function describeSteps(steps: ChangeStepRecord[]): ChangeStep[] {
  const known = new Map(steps.map(step => [step.id, step]));
  return CHANGE_STEPS.map(id => {
    const step = known.get(id);
    return {
      id,
      title: STEP_TITLES[id],
      state: step?.state ?? 'waiting',
      ...(step ? { since: toInstant(step.since) } : {}),
      evidence: step?.evidence ?? [],
      ...(step?.advice ? { advice: step.advice } : {}),
    };
  });
}
