import type { StepSight } from './LaunchSight';
import { isLate, type LateStep } from './usualMinutes';

type Advice = NonNullable<StepSight['advice']>;

const LOOK_AT_SOURCE =
  'Look at the source on the page Sources; refresh it there.';

/** The source has not shown yet what was merged. */
export const NOT_READ: Advice = {
  likely:
    'The source has not been read since, or what was merged is quarantined.',
  fix: LOOK_AT_SOURCE,
};

/** A commons that was there is not found any more. */
export const NOT_IN_FLEET: Advice = {
  likely:
    'The source does not find the commons any more: it cannot be read, the commons is quarantined, or its files are gone.',
  fix: LOOK_AT_SOURCE,
};

/** Nothing is known of what would say how the step is. */
export const NOT_ASKED: Advice = {
  likely: 'The rounds of the portal do not reach this commons.',
  fix: 'Refresh the health card of the commons; when nothing is asked then, look for warnings of the plugin gen3 in the log of the portal.',
};

/** A step that is not done: it goes on, or it takes longer than usual, and then there is advice. */
export function runningOrLate(
  id: LateStep,
  given: { forMs: number; evidence: string; advice: Advice },
): StepSight {
  const { forMs, evidence, advice } = given;
  return isLate(id, forMs)
    ? { id, state: 'stuck', evidence: [evidence], advice }
    : { id, state: 'running', evidence: [evidence], advice: undefined };
}
