import { isMerged } from '../isMerged';
import { followInside, followLogin, followOutside } from './followCommons';
import { followReview, waiting } from './followReview';
import { lastsFor } from './lastsFor';
import type { LaunchSight, StepSight } from './LaunchSight';
import { NOT_READ, runningOrLate } from './runningOrLate';
import type { LateStep } from './usualMinutes';

/**
 * Where a launch is, from all that is known of it. What was done once stays done: from then on the commons' health says how it is.
 */
export function followLaunch(sight: LaunchSight): StepSight[] {
  const known = new Map(sight.before.map(step => [step.id, step]));
  const steps = [
    ...followReview(sight),
    ...(isMerged(sight.record) ? afterMerge(sight) : []),
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

function afterMerge(sight: LaunchSight): StepSight[] {
  const { commons } = sight;
  const forMs = (id: LateStep) => lastsFor(sight, id);
  const ids = ['synced', 'workloads', 'jobs', 'probes', 'login'] as const;
  if (!commons) {
    const undiscovered = runningOrLate('discovered', {
      forMs: forMs('discovered'),
      evidence: 'The source has not found it yet',
      advice: NOT_READ,
    });
    return [undiscovered, ...ids.map(waiting)];
  }
  return [
    {
      id: 'discovered',
      state: 'done',
      evidence: ['The commons is in the catalog and in the fleet'],
      advice: undefined,
    },
    ...followInside(commons, { forMs, isNew: true }),
    followOutside(commons, { forMs: forMs('probes'), isNew: true }),
    // Nothing was there before.
    followLogin(commons, { forMs: forMs('login'), from: 0 }),
  ];
}
