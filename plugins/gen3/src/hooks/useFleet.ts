import { useApi } from '@backstage/core-plugin-api';
import { FleetQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { gen3ApiRef } from '../api/Gen3Api';
import { useLiveUpdates } from './useLiveUpdates';

const KEY = ['gen3', 'fleet'];

/** One page of the fleet; the rows of the page before stay while the next one loads. */
export function useFleet(query: FleetQuery) {
  const api = useApi(gen3ApiRef);
  const refetchInterval = useLiveUpdates([...KEY, 'page']);
  return useQuery({
    queryKey: [...KEY, 'page', query],
    queryFn: ({ signal }) => api.getFleet(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}

/** Counts over the whole fleet; kept up to date in a hidden tab too, whose title says how many commons are down. */
export function useFleetSummary() {
  const api = useApi(gen3ApiRef);
  const refetchInterval = useLiveUpdates([...KEY, 'summary'], {
    whileHidden: true,
  });
  return useQuery({
    queryKey: [...KEY, 'summary'],
    queryFn: ({ signal }) => api.getFleetSummary({ signal }),
    refetchInterval,
  });
}
