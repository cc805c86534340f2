import type { ChangeStepRecord } from '../ChangeRecord';
import type { StepSight } from './LaunchSight';

/** The first step that somebody has to look at and was not in trouble before. */
export function findNewTrouble(
  steps: StepSight[],
  before: ChangeStepRecord[],
): StepSight | undefined {
  const known = new Set(before.filter(isInTrouble).map(({ id }) => id));
  return steps.find(step => isInTrouble(step) && !known.has(step.id));
}

function isInTrouble({ state }: Pick<StepSight, 'state'>): boolean {
  return state === 'failed' || state === 'stuck';
}
