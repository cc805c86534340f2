import {
  DEFAULT_NAMESPACE,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  commonsEntityName,
  GEN3_ANNOTATIONS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { RepositoryConfig, SourceConfig } from '../config/SourceConfig';
import { SourceStore } from '../store/SourceStore';
import { pathsOf } from './pathsOf';

/** Where a source found what declares a commons. */
export interface Declaration {
  config: SourceConfig & RepositoryConfig;
  /** Repository URL without credentials. */
  repo: string;
  /** What of the repository is about the commons; empty text: all of it. */
  paths: string[];
}

/**
 * Finds where a commons is declared in git, by what sources read: the first of the configured ones counts, as it does for the entity. The entity
 * has to be the one that sources emit for this hostname, so that one written by hand cannot borrow the history of another.
 */
export async function findDeclaration(options: {
  entity: Entity;
  sources: readonly SourceConfig[];
  store: Pick<SourceStore, 'readMembersOf'>;
}): Promise<Declaration | undefined> {
  const { entity, sources, store } = options;
  const hostname = entity.metadata.annotations?.[GEN3_ANNOTATIONS.hostname];
  if (!hostname || !isEmittedFor(entity, hostname)) return undefined;
  const members = await store.readMembersOf(hostname);
  for (const config of sources) {
    const known = (members.get(config.id) ?? []).find(
      ({ commons }) => commons?.hostname === hostname,
    );
    if (known?.commons && isRepository(config)) {
      const { repo, path } = known.commons.provenance;
      return { config, repo, paths: pathsOf(path, hostname) };
    }
  }
  return undefined;
}

function isEmittedFor(entity: Entity, hostname: string): boolean {
  return (
    stringifyEntityRef(entity) ===
    stringifyEntityRef({
      kind: 'system',
      namespace: DEFAULT_NAMESPACE,
      name: commonsEntityName(hostname),
    })
  );
}

function isRepository(
  config: SourceConfig,
): config is SourceConfig & RepositoryConfig {
  return 'url' in config;
}
