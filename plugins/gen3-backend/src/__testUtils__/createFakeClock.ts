import type { Clock } from '../clock';

/** A clock that only moves when told, and knows its timers. */
export interface FakeClock extends Clock {
  /** Moves on and fires what is due, in order. */
  advance(ms: number): void;
  /** Timers that are set and neither fired nor cancelled. */
  pendingTimers(): number;
}

/** Makes a {@link FakeClock} that starts at 2026-11-22 10:00 UTC. */
export function createFakeClock(
  start = Date.parse('2026-11-22T10:00:00.000Z'),
): FakeClock {
  let now = start;
  const timers = new Set<{ at: number; fire: () => void }>();
  return {
    now: () => now,
    startTimer(ms, fire) {
      const timer = { at: now + ms, fire };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      now += ms;
      const due = [...timers].filter(timer => timer.at <= now);
      for (const timer of due.sort((a, b) => a.at - b.at)) {
        timers.delete(timer);
        timer.fire();
      }
    },
    pendingTimers: () => timers.size,
  };
}
