import { change, step } from '../__testUtils__/changeFixtures';
import { currentStep, isEnded, standingOf } from './changeState';

const done = step();
const merged = step({ id: 'merged', state: 'running' });
const login = step({ id: 'login', state: 'waiting' });
const jobs = step({ id: 'jobs', state: 'stuck' });

describe('Standing of a change', () => {
  it.each([
    ['open', false],
    ['proposing', false],
    ['merged', false],
    ['succeeded', true],
    ['failed', true],
    ['abandoned', true],
  ] as const)('%s has ended: %s', (state, ended) => {
    expect(isEnded(change({ state }))).toBe(ended);
    expect(standingOf(change({ state }))).toBe(state);
  });

  it('is stuck when its step is, unless it has ended', () => {
    expect(standingOf(change({ step: jobs }))).toBe('stuck');
    expect(standingOf(change({ step: merged }))).toBe('open');
    expect(standingOf(change({ step: jobs, state: 'failed' }))).toBe('failed');
  });

  // It stood in the list as merged, with the step it waits for, as if all went well.
  it('is stuck when its step has failed, which somebody may mend', () => {
    const broken = step({ id: 'jobs', state: 'failed' });
    const under = change({ state: 'merged' });
    expect(standingOf({ ...under, step: broken })).toBe('stuck');
    expect(standingOf({ ...under, steps: [done, broken, login] })).toBe(
      'stuck',
    );
    expect(standingOf({ ...under, step: broken, state: 'succeeded' })).toBe(
      'succeeded',
    );
  });
});

describe('Current step', () => {
  it.each([
    ['what is stuck', [done, merged, jobs, login], 'jobs'],
    ['what goes on', [done, merged, login], 'merged'],
    ['what comes next', [done, login], 'login'],
    ['nothing when all is done', [done], undefined],
  ])('is %s', (_, steps, expected) => {
    expect(currentStep(steps)?.id).toBe(expected);
  });
});
