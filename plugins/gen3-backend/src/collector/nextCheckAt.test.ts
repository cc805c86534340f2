import fc from 'fast-check';
import {
  GONE_AFTER_ROUNDS,
  LONGEST_PAUSE_INTERVALS,
  nextCheckAt,
} from './nextCheckAt';

const MINUTE_MS = 60_000;
/** An interval and the slack. */
const PERIOD_MS = 63_000;
const START_MS = Date.parse('2026-11-22T10:00:00Z');

const phases = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** Starts of rounds one after the other, each so many milliseconds after it was due. */
function play(options: { phase: number; from: number; lateMs: number[] }) {
  let claimedAt = options.from;
  return options.lateMs.map(late => {
    const due = nextCheckAt({
      claimedAt,
      intervalMs: MINUTE_MS,
      goneRounds: 0,
      phase: options.phase,
    });
    claimedAt = due + late;
    return due;
  });
}

describe('nextCheckAt', () => {
  it('is never within the interval, and never so late that a status goes stale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 3_600_000 }),
        fc.integer({ min: 0, max: 2 ** 42 }),
        fc.nat(20),
        phases,
        (intervalMs, claimedAt, goneRounds, phase) => {
          const due = nextCheckAt({ claimedAt, intervalMs, goneRounds, phase });
          expect(Number.isInteger(due)).toBe(true);
          expect(due - claimedAt).toBeGreaterThanOrEqual(intervalMs);
          expect(due - claimedAt).toBeLessThanOrEqual(
            Math.ceil(intervalMs * LONGEST_PAUSE_INTERVALS),
          );
        },
      ),
    );
    expect(LONGEST_PAUSE_INTERVALS).toBeLessThan(3);
  });

  it('brings commons of one phase together, whenever they began, and keeps them so', () => {
    const usualDelays = fc.array(fc.nat(1_500), {
      minLength: 60,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        phases,
        fc.nat(PERIOD_MS),
        fc.nat(PERIOD_MS),
        usualDelays,
        usualDelays,
        (phase, first, second, lateMs, otherMs) => {
          const one = play({ phase, from: START_MS + first, lateMs });
          const other = play({
            phase,
            from: START_MS + second,
            lateMs: otherMs,
          });
          const together = one
            .slice(-20)
            .filter(due => other.slice(-22).includes(due));
          expect(together.length).toBeGreaterThanOrEqual(18);
        },
      ),
    );
  });

  it('waits a quarter of an interval at most', () => {
    const pauseOf = (claimedAt: number) =>
      nextCheckAt({
        claimedAt,
        intervalMs: MINUTE_MS,
        goneRounds: 0,
        phase: 0,
      }) - claimedAt;
    expect(pauseOf(0)).toBe(PERIOD_MS);
    expect(pauseOf(3_001)).toBe(MINUTE_MS);
    expect(pauseOf(50_999)).toBe(MINUTE_MS);
    expect(pauseOf(51_000)).toBe(75_000);
    expect(pauseOf(PERIOD_MS)).toBe(PERIOD_MS);
  });

  it('does not lose a round when one began late', () => {
    const [due, next] = play({
      phase: 0,
      from: START_MS,
      lateMs: [10_000, 0],
    });
    expect(next - (due + 10_000)).toBeLessThanOrEqual(1.25 * MINUTE_MS);
  });

  it('leaves a host that is gone its turn', () => {
    const due = (claimedAt: number) =>
      nextCheckAt({
        claimedAt,
        intervalMs: MINUTE_MS,
        goneRounds: GONE_AFTER_ROUNDS,
        phase: 0,
      });
    expect(due(500)).toBe(2 * PERIOD_MS);
    expect(due(2 * PERIOD_MS + 500)).toBe(4 * PERIOD_MS);
  });

  it('backs off from a host that is gone', () => {
    const pause = (goneRounds: number) =>
      nextCheckAt({ claimedAt: 0, intervalMs: 1_000, goneRounds, phase: 0.99 });
    expect(pause(GONE_AFTER_ROUNDS - 1)).toBe(1_040);
    expect(pause(GONE_AFTER_ROUNDS)).toBe(2_090);
  });
});
