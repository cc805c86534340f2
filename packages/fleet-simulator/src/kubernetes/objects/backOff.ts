import { later, MINUTE_MS, SECOND_MS } from '../timestamps';

/** kubelet waits 10 s, then twice as long each time, up to 5 minutes (`kubernetes:pkg/kubelet/kubelet.go`). */
const FIRST_WAIT_MS = 10 * SECOND_MS;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** A container that ends again and again. */
export interface CrashLoop {
  restartCount: number;
  /** When it last ran. */
  startedAt: Date;
  finishedAt: Date;
  /** How long kubelet waits now. */
  waitMs: number;
}

/** Where a crash loop that began at `since` is at `now`, when each run takes `runMs`. */
export function crashLoopAt(since: Date, now: Date, runMs: number): CrashLoop {
  let startedAt = since;
  let restartCount = 0;
  let waitMs = FIRST_WAIT_MS;
  for (;;) {
    const finishedAt = later(startedAt, runMs);
    const next = later(finishedAt, waitMs);
    if (next > now) {
      return { restartCount, startedAt, finishedAt, waitMs };
    }
    const untilLongest = waitMs < LONGEST_WAIT_MS;
    // Once the wait is the longest, all rounds are alike and need no counting.
    const rounds = untilLongest
      ? 1
      : Math.max(
          1,
          Math.floor((now.getTime() - startedAt.getTime()) / (runMs + waitMs)),
        );
    startedAt = later(startedAt, rounds * (runMs + waitMs));
    restartCount += rounds;
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
}

/** `5m0s`, `40s`: a duration as Go prints it. */
export function goDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
