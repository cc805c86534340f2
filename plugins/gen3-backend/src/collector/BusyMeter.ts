import type { Clock } from '../clock';

/** How often the meter looks. */
const LOOK_EVERY_MS = 250;

/**
 * Notices when this process is too busy to keep time: its timers fire late, so its deadlines say nothing about those it
 * asks.
 */
export class BusyMeter {
  readonly #clock: Clock;
  readonly #tolerableLagMs: number;
  #stopTimer: (() => void) | undefined;
  #busyAt = -Infinity;

  static create(options: { clock: Clock; tolerableLagMs: number }): BusyMeter {
    return new BusyMeter(options);
  }

  private constructor(options: { clock: Clock; tolerableLagMs: number }) {
    this.#clock = options.clock;
    this.#tolerableLagMs = options.tolerableLagMs;
  }

  /** Looks regularly, until {@link BusyMeter.stop}. */
  start(): void {
    const expected = this.#clock.now() + LOOK_EVERY_MS;
    this.#stopTimer = this.#clock.startTimer(LOOK_EVERY_MS, () => {
      const now = this.#clock.now();
      if (now - expected > this.#tolerableLagMs) {
        this.#busyAt = now;
      }
      this.start();
    });
  }

  stop(): void {
    this.#stopTimer?.();
  }

  /** Whether the process was too busy at any time since then. */
  wasBusySince(at: number): boolean {
    // After a clock was set back, what was noticed before is in the future, and says nothing.
    return this.#busyAt >= at && this.#busyAt <= this.#clock.now();
  }
}
