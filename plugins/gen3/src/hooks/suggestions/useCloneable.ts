import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { useQuery } from '@tanstack/react-query';
import { Suggestions } from '../../lib/suggestion';
import { OPTIONS_FRESH_FOR_MS } from './useLaunchOptions';

/** Nobody scrolls through more; another hostname can be typed. */
const MAX_COMMONS = 500;

/** Commons of the catalog whose values git holds and that we operate, by hostname. */
export function useCloneable(): Suggestions {
  const catalog = useApi(catalogApiRef);
  const { data, isError } = useQuery({
    queryKey: ['gen3', 'cloneable'],
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter: {
          kind: 'System',
          'spec.type': GEN3_COMMONS_TYPE,
          [`metadata.annotations.${GEN3_ANNOTATIONS.relationship}`]: 'managed',
        },
        fields: ['metadata.title', 'metadata.annotations'],
        limit: MAX_COMMONS,
      });
      return items
        .flatMap(({ metadata: { annotations = {}, title } }) => {
          const value = annotations[GEN3_ANNOTATIONS.hostname];
          return value && annotations[GEN3_ANNOTATIONS.gitopsPath]
            ? [{ value, note: title === value ? undefined : title }]
            : [];
        })
        .sort((a, b) => a.value.localeCompare(b.value));
    },
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  return { items: data ?? [], failed: isError };
}
