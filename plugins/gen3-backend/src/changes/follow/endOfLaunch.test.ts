import { endOfLaunch } from './endOfLaunch';
import type { StepSight } from './LaunchSight';

const DAY_MS = 24 * 3_600_000;

function step(id: StepSight['id'], state: StepSight['state']): StepSight {
  return { id, state, evidence: [], advice: undefined };
}

const answers = step('probes', 'done');

describe('endOfLaunch', () => {
  it('does not end before it is merged', () => {
    expect(endOfLaunch([answers], undefined)).toBeUndefined();
  });

  it('succeeds when all is done', () => {
    expect(endOfLaunch([answers], 1)).toMatchObject({ state: 'succeeded' });
  });

  it('succeeds by its probes when the cluster is not connected', () => {
    expect(endOfLaunch([step('jobs', 'not-visible'), answers], 1)).toEqual({
      state: 'succeeded',
      reason:
        'The commons answers; what is inside its cluster was not visible.',
    });
  });

  it('waits for an open step, and fails after a day', () => {
    const steps = [step('workloads', 'stuck'), answers];
    expect(endOfLaunch(steps, DAY_MS - 1)).toBeUndefined();
    expect(endOfLaunch(steps, DAY_MS)).toEqual({
      state: 'failed',
      reason: 'A day after it was merged, these steps are not done: workloads.',
    });
  });

  it('fails after a day when nothing tells whether it answers', () => {
    const steps = [step('probes', 'not-visible')];
    expect(endOfLaunch(steps, DAY_MS)).toMatchObject({ state: 'failed' });
  });
});
