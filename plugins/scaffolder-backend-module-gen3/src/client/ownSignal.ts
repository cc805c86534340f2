/** Milliseconds that cleaning up after one change may take. */
const CLEAN_UP_MS = 30_000;

/** Milliseconds that proposing one change may take. */
const PROPOSE_MS = 5 * 60_000;

/**
 * Signals of their own for what must be seen through though the task is cancelled: a request that was cut off leaves a change of which nobody
 * knows the id, and a cancelled task has to take away what it has proposed.
 */
export const ownSignal = {
  cleanUp: () => AbortSignal.timeout(CLEAN_UP_MS),
  propose: () => AbortSignal.timeout(PROPOSE_MS),
};
