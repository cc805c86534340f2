import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { SOURCES_CONFIG_KEY } from '../config/readSourceConfigs';
import { SourceConfig } from '../config/SourceConfig';
import { createGitopsReader } from './gitops/createGitopsReader';
import { createManifestReader } from './manifest/createManifestReader';
import { createSnapshotRepository } from './repository/createSnapshotRepository';
import { createStaticReader } from './static/createStaticReader';
import { SourceReader } from './types';

/**
 * Makes the reader of a source.
 *
 * @throws InputError naming the source when its URL has neither an integration nor a form that the git program reads
 */
export function createSourceReader(options: {
  config: SourceConfig;
  registry: ServiceRegistry;
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  helm: HelmRenderer;
  logger: LoggerService;
}): SourceReader {
  const { config, registry, urlReader, integrations } = options;
  if (config.type === 'static') {
    return createStaticReader({
      config,
      configPath: `${SOURCES_CONFIG_KEY}.${config.id}`,
    });
  }
  const { url, branch, reader, paths } = config;
  const repository = namingSource(config.id, () =>
    createSnapshotRepository({ url, branch, reader, urlReader, integrations }),
  );
  if (config.type === 'manifest') {
    return createManifestReader({ repository, registry, paths });
  }
  const { charts, aliases } = config;
  const { helm, logger } = options;
  return createGitopsReader({
    repository,
    url,
    aliases,
    paths,
    charts,
    registry,
    helm,
    logger,
  });
}

/** With several sources in a config, the message of one URL must say whose it is. */
function namingSource<T>(id: string, create: () => T): T {
  try {
    return create();
  } catch (error) {
    // A single source may stand without a name, and is called this then.
    const path =
      id === 'default'
        ? `${SOURCES_CONFIG_KEY}.url (or ${SOURCES_CONFIG_KEY}.default.url)`
        : `${SOURCES_CONFIG_KEY}.${id}.url`;
    throw new InputError(
      `${path}: ${error instanceof Error ? error.message : error}`,
      error,
    );
  }
}
