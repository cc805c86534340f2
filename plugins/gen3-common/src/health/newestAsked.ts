import { Cause } from './causes';
import { CheckResult } from './types';

/** Causes of results for which nobody was asked anything: the portal had no time, or made a mistake. */
const NOT_ASKED: readonly Cause[] = ['cancelled', 'never-asked'];

/**
 * When a commons was last asked, ISO 8601 UTC: the newest of these results that came of a question. This is the age of what is
 * known, wherever it is shown: results for which nothing was asked make nothing look newer than it is.
 *
 * @public
 */
export function newestAsked(
  results: readonly Pick<CheckResult, 'cause' | 'checkedAt'>[],
): string | undefined {
  return results
    .filter(result => !NOT_ASKED.includes(result.cause))
    .map(result => result.checkedAt)
    .sort()
    .at(-1);
}
