import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { CommonsKey, gen3ApiRef } from '../api/Gen3Api';
import { useLiveUpdates } from './useLiveUpdates';

/** Workloads of one commons, as its cluster says now. */
export function useCommonsWorkloads(commons: CommonsKey) {
  const api = useApi(gen3ApiRef);
  const queryKey = keyOf(commons, 'workloads');
  const refetchInterval = useLiveUpdates(queryKey, aboutOf(commons));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getCommonsWorkloads(commons, { signal }),
    refetchInterval,
  });
}

/** Jobs of one commons, as its cluster says now. */
export function useCommonsJobs(commons: CommonsKey) {
  const api = useApi(gen3ApiRef);
  const queryKey = keyOf(commons, 'jobs');
  const refetchInterval = useLiveUpdates(queryKey, aboutOf(commons));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getCommonsJobs(commons, { signal }),
    refetchInterval,
  });
}

/** What Argo CD deploys of one commons, as its cluster says now. */
export function useCommonsDeployment(commons: CommonsKey) {
  const api = useApi(gen3ApiRef);
  const queryKey = keyOf(commons, 'deployment');
  const refetchInterval = useLiveUpdates(queryKey, aboutOf(commons));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getCommonsDeployment(commons, { signal }),
    refetchInterval,
  });
}

function keyOf(
  { namespace, name }: CommonsKey,
  what: 'workloads' | 'jobs' | 'deployment',
) {
  return ['gen3', 'commons', namespace, name, what];
}

function aboutOf(commons: CommonsKey) {
  return { entityRef: stringifyEntityRef({ kind: 'system', ...commons }) };
}
