import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GEN3_ANNOTATIONS,
  GEN3_SERVICE_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Services of one commons at most; the registry has about 30. */
const MAX_SERVICES = 200;

/** Image tags that git declares for the services of a commons, by service, as far as the caller may see them. */
export async function listImageTags(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRef: string;
}): Promise<Map<string, string>> {
  const { catalog, credentials, entityRef } = options;
  const { items } = await catalog.queryEntities(
    {
      filter: {
        kind: 'component',
        'spec.type': GEN3_SERVICE_TYPE,
        'relations.partOf': entityRef,
      },
      fields: ['kind', 'metadata.name', 'metadata.annotations'],
      limit: MAX_SERVICES,
    },
    { credentials },
  );
  return new Map(
    items.flatMap(({ metadata: { annotations = {} } }): [string, string][] => {
      const service = annotations[GEN3_ANNOTATIONS.service];
      const tag = annotations[GEN3_ANNOTATIONS.imageTag];
      return service && tag ? [[service, tag]] : [];
    }),
  );
}
