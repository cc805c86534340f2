import { useApi } from '@backstage/core-plugin-api';
import { SourcesResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { gen3ApiRef } from '../api/Gen3Api';
import { RUNNING_INTERVAL_MS, SOURCES_KEY, sourcesQuery } from './sourcesQuery';

/** A run that has not begun by then waits behind another one, or no replica is free: no use in looking so often. */
const PATIENCE_MS = 60_000;

/**
 * Asks for a run of a source and follows it until it has begun. The backend answers as soon as the wish is noted, and a
 * replica takes it up within seconds; without following it, nothing would seem to happen.
 *
 * @param ask - resolves when the wish is noted
 * @returns `isPending` until the run has begun
 */
export function useSourceRun(sourceId: string, ask: () => Promise<void>) {
  const api = useApi(gen3ApiRef);
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<{ lastTryAt: string | undefined }>();
  const lastTryOf = (sources: SourcesResponse | undefined) =>
    sources?.items.find(({ id }) => id === sourceId)?.lastTryAt;

  const { data: lastTryAt } = useQuery({
    ...sourcesQuery(api),
    select: lastTryOf,
    refetchInterval: ({ state }) =>
      asked && lastTryOf(state.data) === asked.lastTryAt
        ? RUNNING_INTERVAL_MS
        : false,
  });

  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(undefined), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked]);

  const { error, isPending, mutate } = useMutation({
    mutationFn: async () => {
      const before = lastTryAt;
      await ask();
      setAsked({ lastTryAt: before });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: SOURCES_KEY }),
  });
  const waits = asked !== undefined && asked.lastTryAt === lastTryAt;
  return { error, isPending: isPending || waits, mutate };
}
