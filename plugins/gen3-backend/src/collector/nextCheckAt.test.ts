import fc from 'fast-check';
import {
  GONE_AFTER_ROUNDS,
  LONGEST_PAUSE_INTERVALS,
  nextCheckAt,
} from './nextCheckAt';

describe('nextCheckAt', () => {
  it('is never within the interval, and never so late that a status goes stale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 3_600_000 }),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (intervalMs, goneRounds, random) => {
          const pause = nextCheckAt({
            claimedAt: 0,
            intervalMs,
            goneRounds,
            random: () => random,
          });
          expect(pause).toBeGreaterThanOrEqual(intervalMs);
          expect(pause).toBeLessThanOrEqual(
            Math.ceil(intervalMs * LONGEST_PAUSE_INTERVALS),
          );
        },
      ),
    );
    expect(LONGEST_PAUSE_INTERVALS).toBeLessThan(3);
  });

  it('backs off from a host that is gone', () => {
    const pause = (goneRounds: number) =>
      nextCheckAt({
        claimedAt: 0,
        intervalMs: 1_000,
        goneRounds,
        random: () => 0,
      });
    expect(pause(GONE_AFTER_ROUNDS - 1)).toBe(1_000);
    expect(pause(GONE_AFTER_ROUNDS)).toBe(2_000);
  });
});
