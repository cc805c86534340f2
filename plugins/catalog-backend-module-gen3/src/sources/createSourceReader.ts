import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  PendingLaunch,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ClusterClient,
  HelmRenderer,
  redactUrls,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { SOURCES_CONFIG_KEY } from '../config/readSourceConfigs';
import { SourceConfig } from '../config/SourceConfig';
import { createGitopsReader } from './gitops/createGitopsReader';
import { createKubernetesReader } from './kubernetes/createKubernetesReader';
import { withLaunches } from './launches/withLaunches';
import { createManifestReader } from './manifest/createManifestReader';
import { createSnapshotRepository } from './repository/createSnapshotRepository';
import { SnapshotRepository } from './repository/RepositorySnapshot';
import { createStaticReader } from './static/createStaticReader';
import { SourceReader } from './types';

/**
 * Makes the reader of a source. One of an unknown type, or whose URL has neither an integration nor a form that the git
 * program reads, has a reader that fails and says so.
 */
export function createSourceReader(options: {
  config: SourceConfig;
  registry: ServiceRegistry;
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  helm: HelmRenderer;
  clusters: ClusterClient;
  /** Commons that are on their way to this source. */
  listLaunches: (signal: AbortSignal) => Promise<PendingLaunch[]>;
  logger: LoggerService;
}): SourceReader {
  const { config, registry, urlReader, integrations } = options;
  if (config.type === 'static') {
    return createStaticReader({
      config,
      configPath: `${SOURCES_CONFIG_KEY}.${config.id}`,
    });
  }
  if (config.type === 'kubernetes') {
    const { clusters: client } = options;
    return createKubernetesReader({ config, client, registry });
  }
  if (config.type === 'unknown') {
    return createFailingReader(new InputError(config.problem));
  }
  const { url, branch, reader, paths } = config;
  let repository: SnapshotRepository;
  try {
    repository = createSnapshotRepository({
      url,
      branch,
      reader,
      urlReader,
      integrations,
    });
  } catch (error) {
    return createFailingReader(describeUrlProblem(config.id, error));
  }
  if (config.type === 'manifest') {
    return createManifestReader({ repository, registry, paths });
  }
  const { charts, aliases } = config;
  const { helm, logger } = options;
  return withLaunches({
    reader: createGitopsReader({
      repository,
      url,
      aliases,
      paths,
      charts,
      registry,
      helm,
      logger,
    }),
    listLaunches: options.listLaunches,
    repo: redactUrls(url),
    logger,
  });
}

/** Fails whenever it is asked, so that a mistake in the config of one source costs that source alone. */
function createFailingReader(error: Error): SourceReader {
  return {
    read: async () => {
      throw error;
    },
  };
}

/** With several sources in a config, the message of one URL must say whose it is. */
function describeUrlProblem(id: string, error: unknown): Error {
  // A single source may stand without a name, and is called this then.
  const path =
    id === 'default'
      ? `${SOURCES_CONFIG_KEY}.url (or ${SOURCES_CONFIG_KEY}.default.url)`
      : `${SOURCES_CONFIG_KEY}.${id}.url`;
  return new InputError(
    `${path}: ${error instanceof Error ? error.message : error}`,
    error,
  );
}
