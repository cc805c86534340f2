import { useApi } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  EditOptions,
  parseHostname,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  skipToken,
  useQueries,
  useQuery,
  UseQueryOptions,
} from '@tanstack/react-query';
import { Gen3Api, gen3ApiRef } from '../api/Gen3Api';
import { findCommons } from './findCommons';
import { limitOf } from './limitOf';
import { OPTIONS_FRESH_FOR_MS } from './suggestions/useLaunchOptions';
import { useSettled } from './useSettled';

/** What an edit of a commons begins with, as far as it has been asked. */
export type AskedEditOptions = ReturnType<typeof useEditOptions>;

/** What an edit of a commons begins with: asked when a hostname that can be one has not changed for 300 ms. */
export function useEditOptions(typed: string | undefined) {
  const api = useApi(gen3ApiRef);
  const catalog = useApi(catalogApiRef);
  const settled = useSettled(typed ?? '');
  return useQuery(
    optionsOf({ api, catalog, typed, isAsked: settled === typed }),
  );
}

/** The same of each of several commons, in their order; a few are asked at once. */
export function useEditOptionsOf(hostnames: string[]) {
  const api = useApi(gen3ApiRef);
  const catalog = useApi(catalogApiRef);
  const results = useQueries({
    queries: hostnames.map(hostname =>
      optionsOf({ api, catalog, typed: hostname, isAsked: true }),
    ),
  });
  return hostnames.flatMap((hostname, index) => {
    const options = results[index];
    return options ? [{ hostname, options }] : [];
  });
}

function optionsOf(options: {
  api: Gen3Api;
  catalog: CatalogApi;
  typed: string | undefined;
  isAsked: boolean;
}): UseQueryOptions<EditOptions> {
  const { api, catalog, typed, isAsked } = options;
  const parsed = parseHostname(typed ?? '');
  return {
    queryKey: ['gen3', 'edit-options', typed],
    queryFn:
      isAsked && parsed.ok
        ? ({ signal }) =>
            limitOf(api)(async () => {
              const commons = await findCommons(catalog, parsed.hostname);
              return api.getCommonsEditOptions(commons, { signal });
            }, signal)
        : skipToken,
    // Each time git is read. What has changed since, preflight says.
    staleTime: OPTIONS_FRESH_FOR_MS,
    refetchOnWindowFocus: false,
  };
}
