import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useQuery } from '@tanstack/react-query';
import { Suggestions } from '../../lib/suggestion';
import { OPTIONS_FRESH_FOR_MS } from './useLaunchOptions';

/** Nobody scrolls through more. */
const MAX_HUBS = 200;

/** Hubs of meshes in the catalog, by hostname. */
export function useHubs(): Suggestions {
  const catalog = useApi(catalogApiRef);
  const { data, isError } = useQuery({
    queryKey: ['gen3', 'hubs'],
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter: {
          kind: 'System',
          [`metadata.annotations.${GEN3_ANNOTATIONS.meshRole}`]: 'hub',
        },
        fields: ['metadata.title', 'metadata.annotations'],
        limit: MAX_HUBS,
      });
      return items
        .flatMap(({ metadata: { annotations = {}, title } }) => {
          const value = annotations[GEN3_ANNOTATIONS.hostname];
          return value === undefined ? [] : [{ value, note: title }];
        })
        .sort((a, b) => a.value.localeCompare(b.value));
    },
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  return { items: data ?? [], failed: isError };
}
