/** Lets a bounded number of tasks run at once; the others wait in order. */
export interface Limiter {
  /** Runs `task` when its turn comes. A waiter whose signal aborts leaves the queue and rejects with its reason. */
  run<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T>;
  /** Nothing runs and nothing waits. */
  isIdle(): boolean;
}

/** Makes a {@link Limiter} for `maxConcurrent` tasks at once. */
export function createLimiter(maxConcurrent: number): Limiter {
  // Who waits, in order, with how to stop listening to its signal. A waiter that gives up leaves without a search.
  const waiting = new Map<() => void, () => void>();
  let running = 0;

  const acquire = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < maxConcurrent) {
      running += 1;
      return;
    }
    await new Promise<void>((enter, reject) => {
      const leave = () => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.set(enter, () => signal.removeEventListener('abort', leave));
    });
  };

  const release = () => {
    const [next] = waiting;
    if (!next) {
      running -= 1;
      return;
    }
    // The place is handed on, so nobody who comes between can take it.
    const [enter, stopListening] = next;
    waiting.delete(enter);
    stopListening();
    enter();
  };

  return {
    async run(signal, task) {
      await acquire(signal);
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
  run<T>(key: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
  /** How many keys are in use. */
  size(): number;
}

/** Makes a {@link KeyedLimiter} for `maxConcurrent` tasks of a key at once. */
export function createKeyedLimiter(maxConcurrent: number): KeyedLimiter {
  const limiters = new Map<string, Limiter>();
  return {
    async run(key, signal, task) {
      const limiter = limiters.get(key) ?? createLimiter(maxConcurrent);
      limiters.set(key, limiter);
      try {
        return await limiter.run(signal, task);
      } finally {
        if (limiter.isIdle() && limiters.get(key) === limiter) {
          limiters.delete(key);
        }
      }
    },
    size: () => limiters.size,
  };
}
