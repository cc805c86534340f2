import type {
  Change,
  ChangeDetails,
  ChangeStep,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  CHANGE_ENDS,
  CHANGE_STEPS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { toInstant } from '../database/columns';
import type {
  ChangeApproval,
  ChangeRecord,
  ChangeStepRecord,
} from './ChangeRecord';
import { hideInFiles } from '../preview/hideInFiles';
import { mayOf } from './mayOf';
import { usualMinutesOf } from './follow/usualMinutes';
import { STEP_TITLES } from './stepTitles';
import { waitOf } from './waitOf';

const ENDS: readonly string[] = CHANGE_ENDS;

/** Nothing is waited for at these. */
const SETTLED: readonly ChangeStep['state'][] = [
  'done',
  'not-visible',
  'skipped',
];

/** A change in a list. */
export function describeChange(
  record: ChangeRecord,
  known: ChangeStepRecord[],
): Change {
  const step = stepAt(record, known);
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
    ...(step === undefined ? {} : { step }),
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
  const waits = waitOf(record, steps);
  return {
    ...describeChange(record, steps),
    description: record.description,
    ...(commit === undefined ? {} : { commit }),
    ...(mergeCommit === undefined ? {} : { mergeCommit }),
    steps: describeSteps(record, steps),
    files: hideInFiles(record.files),
    accepted: record.accepted,
    approvals: approvals.map(({ by, at }) => ({ by, at: toInstant(at) })),
    ...(waits === undefined ? {} : { waits }),
    ...mayOf({ record, approvals, caller, waits }),
  };
}

/** The step that a change is at: one that somebody has to look at, else the first that is not settled. */
function stepAt(
  record: ChangeRecord,
  known: ChangeStepRecord[],
): Change['step'] {
  if (hasEnded(record)) return undefined;
  const steps = describeSteps(record, known);
  const at =
    steps.find(({ state }) => state === 'failed') ??
    steps.find(({ state }) => state === 'stuck') ??
    steps.find(({ state }) => !SETTLED.includes(state)) ??
    steps.at(-1);
  if (!at) return undefined;
  const { id, title, state, since } = at;
  return { id, title, state, ...(since === undefined ? {} : { since }) };
}

function describeSteps(
  record: ChangeRecord,
  known: ChangeStepRecord[],
): ChangeStep[] {
  const steps = new Map(known.map(step => [step.id, step]));
  // Nobody looks at one that has ended any more, so nothing goes on.
  const isOver = hasEnded(record);
  return CHANGE_STEPS.map(id => {
    const step = steps.get(id);
    const state = step?.state ?? 'waiting';
    const isUnderWay = !isOver && (state === 'running' || state === 'stuck');
    const usualMinutes = isUnderWay ? usualMinutesOf(id) : undefined;
    return {
      id,
      title: STEP_TITLES[id],
      state:
        isOver && (state === 'waiting' || state === 'running')
          ? 'skipped'
          : state,
      ...(step ? { since: toInstant(step.since) } : {}),
      ...(usualMinutes === undefined ? {} : { usualMinutes }),
      evidence: step?.evidence ?? [],
      ...(step?.advice ? { advice: step.advice } : {}),
    };
  });
}

function hasEnded({ state }: ChangeRecord): boolean {
  return ENDS.includes(state);
}
