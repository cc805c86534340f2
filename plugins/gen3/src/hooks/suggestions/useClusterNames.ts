import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  GEN3_ANNOTATIONS,
  KUBERNETES_CLUSTER_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { useQuery } from '@tanstack/react-query';
import { arrangeClusters } from '../../lib/arrangeClusters';
import { Suggestions } from '../../lib/suggestion';
import { gen3TranslationRef } from '../../translation';
import { OPTIONS_FRESH_FOR_MS, useLaunchOptions } from './useLaunchOptions';

/** Nobody scrolls through more; what is not among them can be typed. */
const MAX_CLUSTERS = 500;

/** Clusters of the catalog by the names that their sources have for them; those of the answer `source` first. */
export function useClusterNames(formData: { source?: unknown }): Suggestions {
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(gen3TranslationRef);
  const options = useLaunchOptions();
  const clusters = useQuery({
    queryKey: ['gen3', 'cluster-names'],
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Resource', 'spec.type': KUBERNETES_CLUSTER_TYPE },
        fields: ['metadata.name', 'metadata.title', 'metadata.annotations'],
        limit: MAX_CLUSTERS,
      });
      return items.map(({ metadata }) => ({
        cluster: metadata.title ?? metadata.name,
        source: metadata.annotations?.[GEN3_ANNOTATIONS.source],
      }));
    },
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  const arranged = arrangeClusters({
    clusters: clusters.data ?? [],
    names: options.data?.clusterNames ?? [],
    first: typeof formData.source === 'string' ? formData.source : undefined,
  });
  return {
    failed: clusters.isError || options.isError,
    items: arranged.map(({ name, source }) => ({
      value: name,
      group: source
        ? t('wizard.suggestion.ofSource', { source })
        : t('wizard.suggestion.ofNoSource'),
    })),
  };
}
