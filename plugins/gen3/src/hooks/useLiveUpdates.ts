import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { GEN3_FLEET_CHANNEL } from '@gen3-csoc/backstage-plugin-gen3-common';
import { QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Changes of status are pushed, and to pages of the whole fleet also that rounds went on. The age of one commons' unchanged
 * status is not: a visible tab asks for it this often. Every push starts the wait anew. It also covers a portal without
 * signals and a connection that broke without a word.
 */
const AGE_INTERVAL_MS = 60_000;

/** A burst of signals leads to one request in this time. */
const GATHER_MS = 1_000;

/**
 * Keeps the queries under `queryKey` up to date: the server pushes, the browser asks.
 *
 * @param options - `entityRef`: only changes of this commons matter; all when absent. `whileHidden`: a hidden tab asks too;
 * by default it only notes that its data is old, and asks when somebody looks at it again.
 * @returns the `refetchInterval` for those queries; it rests while the tab is hidden
 */
export function useLiveUpdates(
  queryKey: QueryKey,
  options: { entityRef?: string; whileHidden?: boolean } = {},
): number {
  const { entityRef, whileHidden = false } = options;
  const signals = useApiHolder().get(signalApiRef);
  const queryClient = useQueryClient();
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals.subscribe(GEN3_FLEET_CHANNEL, message => {
      if (!concerns(message.entityRefs, entityRef)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        // A failed request is the query's to tell, not this one's.
        void queryClient.invalidateQueries({
          queryKey: JSON.parse(key),
          refetchType: document.hidden && !whileHidden ? 'none' : 'active',
        });
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals, queryClient, key, entityRef, whileHidden]);

  return AGE_INTERVAL_MS;
}

/** An empty list says that rounds went on, which the fleet shows. A signal without a list concerns everybody. */
function concerns(changed: unknown, entityRef: string | undefined): boolean {
  return (
    entityRef === undefined ||
    !Array.isArray(changed) ||
    changed.includes(entityRef)
  );
}
