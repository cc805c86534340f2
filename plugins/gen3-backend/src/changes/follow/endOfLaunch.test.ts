import { endOfLaunch } from './endOfLaunch';
import type { StepSight } from './LaunchSight';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function step(id: StepSight['id'], state: StepSight['state']): StepSight {
  return { id, state, evidence: [], advice: undefined };
}

const answers = step('probes', 'done');

const failed: StepSight = {
  ...step('jobs', 'failed'),
  advice: { likely: 'fence needs dbcreate, which failed.', fix: 'Mend it.' },
};

/** How one that was merged at the beginning of time ends. */
const end = (steps: StepSight[], now: number, failedAt?: number) =>
  endOfLaunch({
    steps,
    before: failedAt === undefined ? [] : [{ ...failed, since: failedAt }],
    mergedAt: 0,
    now,
  });

describe('endOfLaunch', () => {
  it('does not end before it is merged', () => {
    const open = { before: [], mergedAt: undefined, now: DAY_MS };
    expect(endOfLaunch({ steps: [answers], ...open })).toBeUndefined();
  });

  it('succeeds when all is done', () => {
    expect(end([answers, step('login', 'done')], 1)).toEqual({
      state: 'succeeded',
      reason: 'All steps are done: users can log in.',
    });
  });

  it.each([
    [[], 'All steps are done. Users see the maintenance page.'],
    [
      [step('jobs', 'not-visible')],
      'The commons answers; what is inside its cluster was not visible. Users see the maintenance page.',
    ],
  ])('does not say that users can log in when they cannot', (steps, reason) => {
    const login = {
      ...step('login', 'skipped'),
      evidence: ['Users see the maintenance page'],
    };
    expect(end([...steps, answers, login], 1)).toEqual({
      state: 'succeeded',
      reason,
    });
  });

  it('succeeds by its probes when the cluster is not connected', () => {
    expect(end([step('jobs', 'not-visible'), answers], 1)).toEqual({
      state: 'succeeded',
      reason:
        'The commons answers; what is inside its cluster was not visible.',
    });
  });

  it('waits for an open step, and fails after a day', () => {
    const steps = [step('workloads', 'stuck'), answers];
    expect(end(steps, DAY_MS - 1)).toBeUndefined();
    expect(end(steps, DAY_MS)).toEqual({
      state: 'failed',
      reason: 'A day after it was merged, these steps are not done: workloads.',
    });
  });

  it('fails after a day when nothing tells whether it answers', () => {
    const steps = [step('probes', 'not-visible')];
    expect(end(steps, DAY_MS)).toMatchObject({ state: 'failed' });
  });

  it('fails when nobody has mended a job for half an hour', () => {
    const failedAt = 60 * MINUTE_MS;
    const steps = [failed, step('probes', 'waiting')];
    expect(end(steps, 90 * MINUTE_MS - 1, failedAt)).toBeUndefined();
    expect(end(steps, 90 * MINUTE_MS, failedAt)).toEqual({
      state: 'failed',
      reason:
        'What failed was not mended within 30 minutes: fence needs dbcreate, which failed.',
    });
  });

  it('gives a job that has just failed its time', () => {
    expect(end([failed], DAY_MS - 1)).toBeUndefined();
  });

  it('forgets a failure that was mended', () => {
    const mended = step('jobs', 'running');
    expect(end([mended], 90 * MINUTE_MS, 0)).toBeUndefined();
  });
});
