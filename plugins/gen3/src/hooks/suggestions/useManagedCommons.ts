import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  LAUNCHING_LIFECYCLE,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { useQuery } from '@tanstack/react-query';
import { Suggestions } from '../../lib/suggestion';
import { OPTIONS_FRESH_FOR_MS } from './useLaunchOptions';

/** Nobody scrolls through more; another hostname can be typed. */
const MAX_COMMONS = 500;

/** Lifecycles of commons whose values are not, or no longer, in git. The catalog's filter cannot say "not". */
const NOT_IN_GIT: unknown[] = [LAUNCHING_LIFECYCLE, RETIRED_LIFECYCLE];

/** Commons of the catalog that we operate and that git declares now, by hostname: those that can be cloned and changed. */
export function useManagedCommons(): Suggestions {
  const catalog = useApi(catalogApiRef);
  const { data, isError } = useQuery({
    queryKey: ['gen3', 'managed-commons'],
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter: {
          kind: 'System',
          'spec.type': GEN3_COMMONS_TYPE,
          [`metadata.annotations.${GEN3_ANNOTATIONS.relationship}`]: 'managed',
        },
        fields: ['metadata.title', 'metadata.annotations', 'spec.lifecycle'],
        limit: MAX_COMMONS,
      });
      return items
        .flatMap(({ metadata: { annotations = {}, title }, spec }) => {
          const value = annotations[GEN3_ANNOTATIONS.hostname];
          const isInGit =
            annotations[GEN3_ANNOTATIONS.gitopsPath] !== undefined &&
            !NOT_IN_GIT.includes(spec?.lifecycle);
          return value && isInGit
            ? [{ value, note: title === value ? undefined : title }]
            : [];
        })
        .sort((a, b) => a.value.localeCompare(b.value));
    },
    staleTime: OPTIONS_FRESH_FOR_MS,
  });
  return { items: data ?? [], failed: isError };
}
