import {
  createLimiter,
  Limiter,
  LimiterOptions,
  Patience,
} from './createLimiter';

/** One {@link Limiter} per key; keys that nobody uses are forgotten. */
export interface KeyedLimiter {
  run<T>(key: string, patience: Patience, task: () => Promise<T>): Promise<T>;
  /** How many keys are in use. */
  size(): number;
}

/** Makes a {@link KeyedLimiter} for `maxConcurrent` tasks of a key at once. */
export function createKeyedLimiter(
  maxConcurrent: number,
  options: LimiterOptions = {},
): KeyedLimiter {
  const limiters = new Map<string, Limiter>();
  return {
    async run(key, patience, task) {
      const limiter =
        limiters.get(key) ?? createLimiter(maxConcurrent, options);
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
