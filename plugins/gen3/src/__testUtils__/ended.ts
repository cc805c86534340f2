import { waitFor } from '@testing-library/react';
import { Gen3Api } from '../api/Gen3Api';
import { queryClientOf } from '../hooks/queryClientOf';

/** A request that fails may be sent again after a second. */
const LONGEST_MS = 5_000;

/**
 * Waits until something was asked of an API, and all of it has been answered or has failed. For tests that something does not appear, which would
 * otherwise pass before there is anything to see.
 *
 * @example
 * await ended(api);
 * expect(screen.queryByRole('link')).not.toBeInTheDocument();
 */
export function ended(api: Gen3Api): Promise<void> {
  const cache = queryClientOf(api).getQueryCache();
  return waitFor(
    () => {
      const states = cache.getAll().map(({ state }) => state);
      const isEnded = states.every(
        ({ status, fetchStatus }) =>
          status !== 'pending' && fetchStatus === 'idle',
      );
      if (states.length === 0 || !isEnded) throw new Error('Not ended yet');
    },
    { timeout: LONGEST_MS },
  );
}
