import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { StaticCommons } from './staticCommonsSchema';

/** What every kind of source has in common; all defaults are filled in. */
export interface BaseSourceConfig {
  /** Key under `catalog.providers.gen3`, or `default` for a single unnamed source. */
  id: string;
  /** Owner of the commons that the source does not name one for: an entity ref, `group:` when no kind is given. */
  owner: string;
  /** Owners by hostname; they win over `owner`. */
  owners: Record<string, string>;
  /** `managed`: we operate these commons. `associated`: we only work with them. */
  relationship: 'managed' | 'associated';
  /** Whether the portal asks these commons for their health. */
  probing: 'on' | 'off';
  /** A run that would drop more than this share of the source's commons is held, 0 to 100. */
  maxDropPercent: number;
  /** Base URLs of Argo CD by the source's cluster name; `*` is for all others. */
  argocd: Record<string, string>;
  /** Documentation for users by hostname; `*` is for all others. */
  docs: Record<string, string>;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** A source that names clusters in its own way. */
export interface MappingSourceConfig extends BaseSourceConfig {
  /** Names of clusters in Backstage's `kubernetes` config, by the name that the source uses, e.g. a folder. */
  clusters: Record<string, string>;
  /** What is wrong with those that Backstage does not have, by the same name; absent: nothing. */
  unknownClusters?: Record<string, string>;
}

/** A git repository, or a part of one. */
export interface RepositoryConfig {
  /** Any git remote, or the web address of a repository of a configured SCM integration. */
  url: string;
  /** Branch, tag or commit; absent: the repository's default branch. */
  branch?: string;
  /** `auto`: the SCM integration of the host when there is one, else the git program. `git`: always the git program. */
  reader: 'auto' | 'git';
  /** Folders to look in; empty: the whole repository. */
  paths: string[];
}

/** Argo CD Applications of the gen3 chart in a git repository. */
export interface GitopsSourceConfig
  extends MappingSourceConfig,
    RepositoryConfig {
  type: 'gitops';
  /** Charts that make a commons: a chart's name, or its path in a repository. */
  charts: string[];
  /** Other URLs of the same repository: Applications name it by its public URL, and the portal may read a mirror. */
  aliases: string[];
}

/** cloud-automation manifests in a git repository. */
export interface ManifestSourceConfig
  extends MappingSourceConfig,
    RepositoryConfig {
  type: 'manifest';
}

/** A list in config. */
export interface StaticSourceConfig extends MappingSourceConfig {
  type: 'static';
  commons: StaticCommons[];
}

/** Clusters themselves. */
export interface KubernetesSourceConfig extends BaseSourceConfig {
  type: 'kubernetes';
  /** Names of the clusters in Backstage's `kubernetes` config; at least one. */
  clusters: string[];
  /** Charts that make a commons: a chart's name, or its path in a repository. */
  charts: string[];
}

/** A source of a type that does not exist. It cannot be read; the commons that it had stay as they are. */
export interface UnknownSourceConfig extends MappingSourceConfig {
  type: 'unknown';
  /** `type` as config has it. */
  givenType: string;
  /** What is wrong with it and how to mend it, with the path of the key. */
  problem: string;
}

/** One configured place that commons are discovered from. */
export type SourceConfig =
  | GitopsSourceConfig
  | ManifestSourceConfig
  | StaticSourceConfig
  | KubernetesSourceConfig
  | UnknownSourceConfig;
