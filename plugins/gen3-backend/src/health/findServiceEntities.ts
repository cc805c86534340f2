import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GEN3_ANNOTATIONS,
  GEN3_SERVICE_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Services of one commons at most; the registry has about 30. */
const MAX_SERVICES = 200;

/** What the catalog knows of a service. */
export interface ServiceEntity {
  entityRef: string;
  /** Image tag that git declares. */
  imageTag?: string;
}

/** Components of the services of a commons, by service, as far as the caller may see them. */
async function listServiceEntities(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  entityRef: string;
}): Promise<Map<string, ServiceEntity>> {
  const { catalog, credentials, entityRef } = options;
  const { items } = await catalog.queryEntities(
    {
      filter: {
        kind: 'component',
        'spec.type': GEN3_SERVICE_TYPE,
        'relations.partOf': entityRef,
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
      ],
      limit: MAX_SERVICES,
    },
    { credentials },
  );
  return new Map(
    items.flatMap((entity): [string, ServiceEntity][] => {
      const { annotations = {} } = entity.metadata;
      const service = annotations[GEN3_ANNOTATIONS.service];
      const imageTag = annotations[GEN3_ANNOTATIONS.imageTag];
      return service
        ? [[service, { entityRef: stringifyEntityRef(entity), imageTag }]]
        : [];
    }),
  );
}

/** {@link listServiceEntities}, or none: they are an extra, and a catalog that cannot answer does not hide what else is known. */
export async function findServiceEntities(
  options: Parameters<typeof listServiceEntities>[0] & {
    logger: LoggerService;
  },
): Promise<Map<string, ServiceEntity>> {
  const { logger, ...query } = options;
  try {
    return await listServiceEntities(query);
  } catch (error) {
    logger.info(
      'Tags and links of services left out: the catalog did not answer',
      { entityRef: query.entityRef, error: stringifyError(error) },
    );
    return new Map();
  }
}
