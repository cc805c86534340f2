import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  createServiceRegistry,
  GEN3_ANNOTATIONS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { skipToken, useQuery } from '@tanstack/react-query';
import { OPTIONS_FRESH_FOR_MS } from './suggestions/useLaunchOptions';

/** Names of the services that the commons has that a launch clones, as the catalog says; undefined while they are not known, and of no clone. */
export function useClonedServices(formData: {
  mode?: unknown;
  cloneOf?: unknown;
}): string[] | undefined {
  const catalog = useApi(catalogApiRef);
  const { mode, cloneOf } = formData;
  const hostname =
    mode === 'clone' && typeof cloneOf === 'string' ? cloneOf : undefined;
  const { data } = useQuery({
    queryKey: ['gen3', 'cloned-services', hostname],
    queryFn: hostname
      ? async () => {
          const { items } = await catalog.getEntities({
            filter: {
              kind: 'System',
              [`metadata.annotations.${GEN3_ANNOTATIONS.hostname}`]: hostname,
            },
            fields: ['metadata.annotations'],
            limit: 1,
          });
          return servicesOf(items[0]?.metadata.annotations);
        }
      : skipToken,
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  return data;
}

/** Without the annotation it has what is on by default. */
function servicesOf(annotations: Record<string, string> | undefined) {
  if (!annotations) return [];
  const names = annotations[GEN3_ANNOTATIONS.services];
  return names === undefined
    ? createServiceRegistry()
        .enabledByDefault()
        .map(({ name }) => name)
    : names.split(',').filter(name => name !== '');
}
