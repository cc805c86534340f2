import type { ChangeStepRecord } from '../ChangeRecord';
import type { StepSight } from './LaunchSight';

/** How a launch ends. */
export interface LaunchEnd {
  state: 'succeeded' | 'failed';
  reason: string;
}

const MINUTE_MS = 60_000;

/** A commons that does not answer after this long is not launched any more, it is in trouble; its health card says how. */
const FOLLOWED_FOR_MS = 24 * 60 * MINUTE_MS;

/**
 * Minutes that somebody has to mend a step that failed. Kubernetes has given up by then: it begins a Job anew for ten minutes at most, with pauses that
 * grow (https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy).
 */
export const MENDED_WITHIN_MINUTES = 30;

const SETTLED: readonly StepSight['state'][] = [
  'done',
  'not-visible',
  'skipped',
];

/**
 * Whether a launch has ended: with success when all that can be seen is done and the commons answers; with failure when a step has failed for half an hour,
 * or it has been followed for a day. Before that it may still be mended.
 *
 * @param options - `before`: steps as they were last seen. `mergedAt`: when it was merged; undefined before. Times are milliseconds since the epoch.
 */
export function endOfLaunch(options: {
  /** Whether it can only have succeeded when somebody has seen it answer. @defaultValue true */
  needsAnswer?: boolean;
  steps: StepSight[];
  before: ChangeStepRecord[];
  mergedAt: number | undefined;
  now: number;
}): LaunchEnd | undefined {
  const { steps, mergedAt, now } = options;
  if (mergedAt === undefined) return undefined;
  return (
    successOf(steps, options.needsAnswer ?? true) ??
    unmended(options) ??
    (now - mergedAt < FOLLOWED_FOR_MS ? undefined : tooLate(steps))
  );
}

function isOpen({ state }: StepSight): boolean {
  return !SETTLED.includes(state);
}

function successOf(
  steps: StepSight[],
  needsAnswer: boolean,
): LaunchEnd | undefined {
  const answers = steps.some(
    ({ id, state }) => id === 'probes' && state === 'done',
  );
  if ((needsAnswer && !answers) || steps.some(isOpen)) return undefined;
  if (!answers) {
    return {
      state: 'succeeded',
      reason: 'It is merged, and everything that can be seen of it is done.',
    };
  }
  return { state: 'succeeded', reason: describeSuccess(steps) };
}

/** In maintenance all is as it should be, and yet nobody can log in. */
function describeSuccess(steps: StepSight[]): string {
  const login = steps.find(({ id }) => id === 'login');
  const without =
    login?.state === 'skipped'
      ? login.evidence.map(each => ` ${each}.`).join('')
      : '';
  if (steps.some(({ state }) => state === 'not-visible')) {
    return `The commons answers; what is inside its cluster was not visible.${without}`;
  }
  return login?.state === 'done'
    ? 'All steps are done: users can log in.'
    : `All steps are done.${without}`;
}

function unmended(options: {
  steps: StepSight[];
  before: ChangeStepRecord[];
  now: number;
}): LaunchEnd | undefined {
  const { steps, before, now } = options;
  const failed = steps.find(({ state }) => state === 'failed');
  const since = before.find(
    ({ id, state }) => id === failed?.id && state === 'failed',
  )?.since;
  if (!failed || since === undefined) return undefined;
  if (now - since < MENDED_WITHIN_MINUTES * MINUTE_MS) return undefined;
  const what = failed.advice?.likely ?? failed.evidence.join('. ');
  return {
    state: 'failed',
    reason: `What failed was not mended within ${MENDED_WITHIN_MINUTES} minutes: ${what}`,
  };
}

function tooLate(steps: StepSight[]): LaunchEnd {
  const open = steps.filter(isOpen);
  return {
    state: 'failed',
    reason:
      open.length === 0
        ? 'A day after it was merged, nothing tells whether the commons answers.'
        : `A day after it was merged, these steps are not done: ${open
            .map(({ id }) => id)
            .join(', ')}.`,
  };
}
