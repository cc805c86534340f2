const MINUTE_MS = 60_000;

/** What may be spent in a minute of the clock. */
export interface Budget {
  /** Spends, if there is as much left in this minute. */
  spend(cost: number): boolean;
}

/** Makes a {@link Budget}. */
export function createBudget(options: {
  perMinute: number;
  /** Milliseconds since the epoch. */
  now: () => number;
}): Budget {
  const { perMinute, now } = options;
  let minute = 0;
  let spent = 0;
  return {
    spend(cost) {
      const current = Math.floor(now() / MINUTE_MS);
      if (current !== minute) {
        minute = current;
        spent = 0;
      }
      if (spent + cost > perMinute) return false;
      spent += cost;
      return true;
    },
  };
}
