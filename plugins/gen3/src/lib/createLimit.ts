/** Runs what it is given, when it is its turn. */
export type Limit = <T>(
  run: () => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;

/** Lets at most so many run at once; the others wait in their order, and one that is aborted while it waits never begins. */
export function createLimit(most: number): Limit {
  let free = most;
  const waiting = new Set<{ begin: () => void }>();
  const turn = (signal?: AbortSignal) =>
    new Promise<void>((begin, reject) => {
      if (free > 0) {
        free -= 1;
        begin();
        return;
      }
      const place = { begin };
      waiting.add(place);
      signal?.addEventListener(
        'abort',
        () => {
          if (waiting.delete(place)) reject(signal.reason);
        },
        { once: true },
      );
    });
  return async (run, signal) => {
    signal?.throwIfAborted();
    await turn(signal);
    try {
      return await run();
    } finally {
      const [next] = waiting;
      if (next) {
        waiting.delete(next);
        next.begin();
      } else {
        free += 1;
      }
    }
  };
}
