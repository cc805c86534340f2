import type { StepSight } from './LaunchSight';

/** How a launch ends. */
export interface LaunchEnd {
  state: 'succeeded' | 'failed';
  reason: string;
}

/** A commons that does not answer after this long is not launched any more, it is in trouble; its health card says how. */
const FOLLOWED_FOR_MS = 24 * 3_600_000;

const SETTLED: readonly StepSight['state'][] = [
  'done',
  'not-visible',
  'skipped',
];

/**
 * Whether a launch has ended: with success when all that can be seen is done and the commons answers, and with failure when it has
 * been followed for a day. Before that a step that failed may still be mended.
 *
 * @param mergedForMs - milliseconds since it was merged; undefined before
 */
export function endOfLaunch(
  steps: StepSight[],
  mergedForMs: number | undefined,
): LaunchEnd | undefined {
  if (mergedForMs === undefined) return undefined;
  const open = steps.filter(({ state }) => !SETTLED.includes(state));
  const answers = steps.some(
    ({ id, state }) => id === 'probes' && state === 'done',
  );
  if (open.length === 0 && answers) {
    const blind = steps.filter(({ state }) => state === 'not-visible');
    return {
      state: 'succeeded',
      reason:
        blind.length === 0
          ? 'All steps are done: users can log in.'
          : 'The commons answers; what is inside its cluster was not visible.',
    };
  }
  if (mergedForMs < FOLLOWED_FOR_MS) return undefined;
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
