import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  commonsEntityName,
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsKey } from '../api/Gen3Api';

/** Retired ones of a hostname, and the one that has it now. */
const MAX_OF_HOSTNAME = 10;

/** The commons of a hostname, whatever its entity is called: a living one before those that are retired; where the catalog has none, as it is usually called. */
export async function findCommons(
  catalog: CatalogApi,
  hostname: string,
): Promise<CommonsKey> {
  const { items } = await catalog.getEntities({
    filter: {
      kind: 'System',
      'spec.type': GEN3_COMMONS_TYPE,
      [`metadata.annotations.${GEN3_ANNOTATIONS.hostname}`]: hostname,
    },
    fields: ['metadata.namespace', 'metadata.name', 'spec.lifecycle'],
    limit: MAX_OF_HOSTNAME,
  });
  const found =
    items.find(({ spec }) => spec?.lifecycle !== RETIRED_LIFECYCLE) ?? items[0];
  return {
    namespace: found?.metadata.namespace ?? DEFAULT_NAMESPACE,
    name: found?.metadata.name ?? commonsEntityName(hostname),
  };
}
