import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Channel on which the backend says that health in the fleet has changed. */
export const FLEET_CHANNEL = 'gen3:fleet';

/** Without signals a page asks this often, and only while its tab is visible. */
const FALLBACK_INTERVAL_MS = 60_000;

/**
 * With signals a page asks only when nothing was pushed for this long: the connection may be gone. Every push starts the
 * wait anew, so a working connection never leads to a request of its own.
 */
const SILENCE_MS = 180_000;

/** A burst of signals leads to one request in this time. */
const GATHER_MS = 1_000;

/**
 * Keeps the queries under `queryKey` up to date: the server pushes, the browser asks.
 *
 * @returns the `refetchInterval` for those queries
 */
export function useLiveUpdates(queryKey: QueryKey): number {
  const signals = useApiHolder().get(signalApiRef);
  const queryClient = useQueryClient();
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals.subscribe(FLEET_CHANNEL, () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        queryClient.invalidateQueries({ queryKey: JSON.parse(key) });
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals, queryClient, key]);

  return signals ? SILENCE_MS : FALLBACK_INTERVAL_MS;
}
