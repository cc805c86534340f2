import { NoPlaceError } from './NoPlaceError';

/** How long somebody waits for a turn. */
export interface Patience {
  /** Ends waiting. @defaultValue nothing but time does */
  signal?: AbortSignal;
  /** Milliseconds until waiting ends by itself. @defaultValue no limit */
  maxWaitMs?: number;
  /** Milliseconds of `maxWaitMs` that are spent already, when somebody waits in several places. @defaultValue none */
  spentMs?: () => number;
}

/** Lets a bounded number of tasks run at once; the others wait in order. */
export interface Limiter {
  /**
   * Runs `task` when its turn comes. A waiter whose signal aborts leaves the queue and rejects with its reason; one that
   * waited too long rejects with {@link NoPlaceError}.
   */
  run<T>(patience: Patience, task: () => Promise<T>): Promise<T>;
  /** Nothing runs and nothing waits. */
  isIdle(): boolean;
}

/** Options of a {@link Limiter}. */
export interface LimiterOptions {
  /**
   * Begins with a single place, and opens one more whenever nothing has ended for so many milliseconds while somebody waits.
   * @defaultValue all places are open from the start
   */
  openEveryMs?: number;
}

/** Makes a {@link Limiter} for `maxConcurrent` tasks at once. */
export function createLimiter(
  maxConcurrent: number,
  { openEveryMs }: LimiterOptions = {},
): Limiter {
  // Who waits, in order, with what ends its waiting. A waiter that gives up leaves without a search.
  const waiting = new Map<() => void, () => void>();
  const openAtFirst = openEveryMs === undefined ? maxConcurrent : 1;
  let open = openAtFirst;
  let opening: NodeJS.Timeout | undefined;
  let running = 0;

  /** Gives a place that is counted already to who waits longest; false when nobody does. */
  const admitNext = (): boolean => {
    const [next] = waiting;
    if (!next) {
      return false;
    }
    const [enter, stopWaiting] = next;
    waiting.delete(enter);
    stopWaiting();
    enter();
    return true;
  };

  /** Begins to wait anew for the moment to open one more place. */
  const startOpening = () => {
    clearTimeout(opening);
    opening =
      open < maxConcurrent && waiting.size > 0
        ? setTimeout(() => {
            open += 1;
            running += admitNext() ? 1 : 0;
            startOpening();
          }, openEveryMs)
        : undefined;
  };

  const acquire = async (patience: Patience): Promise<void> => {
    const { signal, maxWaitMs, spentMs = () => 0 } = patience;
    signal?.throwIfAborted();
    if (running < open) {
      running += 1;
      return;
    }
    await new Promise<void>((enter, reject) => {
      const leave = (reason: unknown) => {
        waiting.get(enter)?.();
        waiting.delete(enter);
        if (waiting.size === 0) startOpening();
        reject(reason);
      };
      const giveUp = () => leave(signal?.reason);
      signal?.addEventListener('abort', giveUp, { once: true });
      const timer =
        maxWaitMs === undefined
          ? undefined
          : setTimeout(
              () => leave(new NoPlaceError(maxWaitMs)),
              // A clock that was set back meanwhile gives nobody more time.
              Math.min(maxWaitMs, Math.max(0, maxWaitMs - spentMs())),
            );
      waiting.set(enter, () => {
        signal?.removeEventListener('abort', giveUp);
        clearTimeout(timer);
      });
      if (waiting.size === 1) startOpening();
    });
  };

  const release = () => {
    // The place is handed on, so nobody who comes between can take it.
    if (!admitNext()) {
      running -= 1;
      open = running === 0 ? openAtFirst : open;
    }
    startOpening();
  };

  return {
    async run(patience, task) {
      await acquire(patience);
      try {
        return await task();
      } finally {
        release();
      }
    },
    isIdle: () => running === 0 && waiting.size === 0,
  };
}
