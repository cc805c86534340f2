import { ClusterMoods } from './ClusterMoods';
import { ClusterReadError } from './ClusterReadError';

const START = 1_800_000_000_000;

function createMoods() {
  const clock = { now: START };
  const moods = ClusterMoods.create({
    now: () => clock.now,
    maxAgeMs: 5_000,
    timeoutMs: 10_000,
  });
  const fail = (cluster: string) => {
    const problem = { failure: 'unreachable', detail: 'x' } as const;
    const error = new ClusterReadError(problem, clock.now);
    moods.recordFailure(cluster, error, clock.now);
  };
  return { moods, clock, fail };
}

describe('ClusterMoods', () => {
  it('does not remember names that nobody asks for any more', () => {
    const { moods, clock, fail } = createMoods();
    for (let count = 0; count < 100; count += 1) {
      fail(`wrong-${count}`);
      clock.now += 1_000;
    }
    expect(moods.size()).toBeLessThanOrEqual(6);
  });

  it('forgets a failure when the clock is set back', () => {
    const { moods, clock, fail } = createMoods();
    fail('prod');
    expect(() => moods.throwIfFailed('prod')).toThrow('unreachable: x');
    clock.now -= 3_600_000;
    expect(() => moods.throwIfFailed('prod')).not.toThrow();
  });
});
