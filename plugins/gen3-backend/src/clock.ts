/** Time as a dependency. Tests bring one that only moves when told. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `fire` once after `ms`; returns what cancels it. */
  startTimer(ms: number, fire: () => void): () => void;
}

/** Longest delay that `setTimeout` keeps; beyond it fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  startTimer(ms, fire) {
    const timer = setTimeout(fire, Math.min(ms, MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`, or early when `signal` aborts; never rejects. */
export function sleep(options: {
  clock: Clock;
  ms: number;
  signal: AbortSignal;
}): Promise<void> {
  const { clock, ms, signal } = options;
  if (signal.aborted) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const stopTimer = clock.startTimer(ms, () => {
      signal.removeEventListener('abort', wake);
      resolve();
    });
    function wake() {
      stopTimer();
      resolve();
    }
    signal.addEventListener('abort', wake, { once: true });
  });
}

/** A signal that aborts after a time, or when another one does. */
export interface Deadline {
  signal: AbortSignal;
  /** True when the time was up, as opposed to an abort from outside. */
  isOver(): boolean;
  /** Takes timer and listener away; call it when the work is done. */
  clear(): void;
}

/** Starts a deadline of `ms` under `signal`. */
export function startDeadline(options: {
  clock: Clock;
  ms: number;
  signal: AbortSignal;
}): Deadline {
  const { clock, ms, signal } = options;
  const controller = new AbortController();
  let over = false;
  const forward = () => controller.abort(signal.reason);
  const stop = clock.startTimer(ms, () => {
    over = true;
    controller.abort(new Error(`Deadline of ${ms} ms is over`));
  });
  if (signal.aborted) {
    forward();
  } else {
    signal.addEventListener('abort', forward);
  }
  return {
    signal: controller.signal,
    isOver: () => over,
    clear: () => {
      stop();
      signal.removeEventListener('abort', forward);
    },
  };
}
