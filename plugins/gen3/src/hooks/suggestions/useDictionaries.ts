import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useQuery } from '@tanstack/react-query';
import { counted } from '../../lib/count';
import { Suggestions } from '../../lib/suggestion';
import { gen3TranslationRef } from '../../translation';
import { OPTIONS_FRESH_FOR_MS } from './useLaunchOptions';

const FACET = `metadata.annotations.${GEN3_ANNOTATIONS.dictionaryUrl}`;

/** Dictionaries that commons of the catalog have, the one that most have first. */
export function useDictionaries(): Suggestions {
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, isError } = useQuery({
    queryKey: ['gen3', 'dictionaries'],
    queryFn: async () => {
      const { facets } = await catalog.getEntityFacets({
        filter: { kind: 'System' },
        facets: [FACET],
      });
      return [...(facets[FACET] ?? [])].sort(
        (a, b) => b.count - a.count || a.value.localeCompare(b.value),
      );
    },
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  return {
    failed: isError,
    items: (data ?? []).map(({ value, count }) => ({
      value,
      note: t('wizard.suggestion.runBy', counted(count)),
    })),
  };
}
