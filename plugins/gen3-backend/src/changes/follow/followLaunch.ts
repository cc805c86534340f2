import type { ChangeStepRecord } from '../ChangeRecord';
import { isMerged } from '../isMerged';
import {
  followInside,
  followLogin,
  followOutside,
  type LateStep,
  USUAL_MINUTES,
} from './followCommons';
import { followReview, waiting } from './followReview';
import type { LaunchSight, StepSight } from './LaunchSight';

/**
 * Where a launch is, from all that is known of it. What was done once stays done: from then on the commons' health says how it is.
 */
export function followLaunch(sight: LaunchSight): StepSight[] {
  const known = new Map(sight.before.map(step => [step.id, step]));
  const steps = [
    ...followReview(sight),
    ...(isMerged(sight.record) ? afterMerge(sight, known) : []),
  ].map(step => {
    const before = known.get(step.id);
    return before?.state === 'done' && step.state !== 'done' ? before : step;
  });
  return stopAtFailure(steps);
}

/** A commons whose database was not made does not answer: what comes after it has not begun, and is no trouble of its own. */
function stopAtFailure(steps: StepSight[]): StepSight[] {
  const at = steps.findIndex(({ state }) => state === 'failed');
  return steps.map((step, index) =>
    at >= 0 && index > at && step.state !== 'done' ? waiting(step.id) : step,
  );
}

function afterMerge(
  sight: LaunchSight,
  known: ReadonlyMap<string, ChangeStepRecord>,
): StepSight[] {
  const { commons, now } = sight;
  const forMs = (id: LateStep) => now - (known.get(id)?.since ?? now);
  const ids = ['synced', 'workloads', 'jobs', 'probes', 'login'] as const;
  if (!commons) {
    return [
      undiscovered(forMs('discovered') > USUAL_MINUTES.discovered * 60_000),
      ...ids.map(waiting),
    ];
  }
  return [
    {
      id: 'discovered',
      state: 'done',
      evidence: ['The commons is in the catalog and in the fleet'],
      advice: undefined,
    },
    ...followInside(commons, forMs),
    followOutside(commons, forMs('probes')),
    followLogin(commons, forMs('login')),
  ];
}

function undiscovered(isLate: boolean): StepSight {
  const evidence = ['The source has not found it yet'];
  return isLate
    ? {
        id: 'discovered',
        state: 'stuck',
        evidence,
        advice: {
          likely:
            'The source has not been read since, or what was merged is quarantined.',
          fix: 'Look at the source on the page Sources; refresh it there.',
        },
      }
    : { id: 'discovered', state: 'running', evidence, advice: undefined };
}
