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

/** Makes a {@link Limiter} for `maxConcurrent` tasks at once. */
export function createLimiter(maxConcurrent: number): Limiter {
  // Who waits, in order, with what ends its waiting. A waiter that gives up leaves without a search.
  const waiting = new Map<() => void, () => void>();
  let running = 0;

  const acquire = async (patience: Patience): Promise<void> => {
    const { signal, maxWaitMs, spentMs = () => 0 } = patience;
    signal?.throwIfAborted();
    if (running < maxConcurrent) {
      running += 1;
      return;
    }
    await new Promise<void>((enter, reject) => {
      const leave = (reason: unknown) => {
        waiting.get(enter)?.();
        waiting.delete(enter);
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
    });
  };

  const release = () => {
    const [next] = waiting;
    if (!next) {
      running -= 1;
      return;
    }
    // The place is handed on, so nobody who comes between can take it.
    const [enter, stopWaiting] = next;
    waiting.delete(enter);
    stopWaiting();
    enter();
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

/** One {@link Limiter} per key; keys that nobody uses are forgotten. */
export interface KeyedLimiter {
  run<T>(key: string, patience: Patience, task: () => Promise<T>): Promise<T>;
  /** How many keys are in use. */
  size(): number;
}

/** Makes a {@link KeyedLimiter} for `maxConcurrent` tasks of a key at once. */
export function createKeyedLimiter(maxConcurrent: number): KeyedLimiter {
  const limiters = new Map<string, Limiter>();
  return {
    async run(key, patience, task) {
      const limiter = limiters.get(key) ?? createLimiter(maxConcurrent);
      limiters.set(key, limiter);
      try {
        return await limiter.run(patience, task);
      } finally {
        if (limiter.isIdle() && limiters.get(key) === limiter) {
          limiters.delete(key);
        }
      }
    },
    size: () => limiters.size,
  };
}
