import {
  Change,
  CHANGE_ENDS,
  ChangeStep,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** How a change stands, for people: its state, or that it does not get on. */
export type ChangeStanding = Change['state'] | 'stuck';

/** The palette of health, as far as it fits a change. A tone never stands alone: icon and word come with it. */
export const STANDING_TONES: Record<ChangeStanding, HealthStatus> = {
  proposing: 'maintenance',
  open: 'maintenance',
  merged: 'maintenance',
  stuck: 'degraded',
  failed: 'down',
  succeeded: 'up',
  abandoned: 'unknown',
};

/** The same for a step. */
export const STEP_TONES: Record<ChangeStep['state'], HealthStatus> = {
  waiting: 'unknown',
  running: 'maintenance',
  done: 'up',
  stuck: 'degraded',
  failed: 'down',
  'not-visible': 'unknown',
  skipped: 'unknown',
};

/** Nothing follows any more. */
export function isEnded({ state }: Pick<Change, 'state'>): boolean {
  return CHANGE_ENDS.some(end => end === state);
}

/** A change of a list, or one with all its steps. */
export type ListedOrWhole = Change & { steps?: ChangeStep[] };

/** The step that a change is at; undefined when that is not known, or it has ended. */
export function stepOf(change: ListedOrWhole): Change['step'] {
  if (isEnded(change)) return undefined;
  return change.steps ? currentStep(change.steps) : change.step;
}

/** A change that is under way and whose step is stuck or has failed, is stuck: it has not failed yet, because somebody may mend it. */
export function standingOf(change: ListedOrWhole): ChangeStanding {
  const state = stepOf(change)?.state;
  return state === 'stuck' || state === 'failed' ? 'stuck' : change.state;
}

/** When a change came to stand as it does. */
export function standsSince(change: ListedOrWhole & { steps: ChangeStep[] }) {
  const { createdAt, updatedAt, endedAt } = change;
  const sinceStep = (id: ChangeStep['id']) =>
    change.steps.find(step => step.id === id)?.since;
  switch (standingOf(change)) {
    case 'stuck':
      return stepOf(change)?.since ?? updatedAt;
    case 'proposing':
      return createdAt;
    case 'open':
      return sinceStep('proposed') ?? createdAt;
    case 'merged':
      return sinceStep('merged') ?? updatedAt;
    default:
      return endedAt ?? updatedAt;
  }
}

/** The step that a reader looks for: what is wrong before what goes on, before what comes next. Undefined when nothing is to come. */
export function currentStep(steps: ChangeStep[]): ChangeStep | undefined {
  const first = (...states: ChangeStep['state'][]) =>
    steps.find(({ state }) => states.includes(state));
  return first('failed', 'stuck') ?? first('running') ?? first('waiting');
}
