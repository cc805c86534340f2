import type { JsonObject } from '@backstage/types';

/** Something that was asked for: its answer, or why there is none. */
export type Fact<T> = { known: true; value: T } | { known: false; why: string };

/** Who has a hostname already. */
export interface HostnameClaim {
  /** `catalog`: an entity. `git`: files in the repository. `change`: a change that is not merged yet. */
  by: 'catalog' | 'git' | 'change';
  /** What has it, e.g. `system:default/heart.example.org`. */
  what: string;
}

/** The cluster of a launch as the portal knows it. */
export interface ClusterFact {
  /** Names in Backstage's kubernetes config. */
  connected: string[];
  /** Clusters that commons of the fleet are in. */
  used: string[];
  /** Whether its API server answers; absent: it is not connected, so it was not asked. */
  reachable?: Fact<true>;
}

/** What is known of a data dictionary. */
export interface DictionaryFact {
  /** Names of its node types. */
  nodes: string[];
}

/** The certificate that a host shows. */
export interface CertificateFact {
  /** Names that it is for, e.g. `*.example.org`. */
  names: string[];
  /** ISO 8601 UTC. */
  validTo: string;
}

/** The chart that would be deployed. */
export interface ChartFact {
  /** Version, branch or tag. */
  revision: string;
  /** Defaults of the chart; those of each sub-chart under its name. */
  defaults: JsonObject;
}

/** What preflight asks the world for. Each is asked by itself and may be unknown. */
export interface PreflightFacts {
  /** Who has the hostname already. */
  claims: Fact<HostnameClaim[]>;
  /** Commons in the same namespace of the same cluster. */
  neighbours: Fact<string[]>;
  cluster: Fact<ClusterFact>;
  /** Addresses that the hostname has; empty: it has none. */
  addresses: Fact<string[]>;
  /** Undefined: nothing answers there. */
  certificate: Fact<CertificateFact | undefined>;
  /** Undefined: no URL is given, so the chart's own is used. */
  dictionary: Fact<DictionaryFact | undefined>;
  /** Monthly releases that exist, as far as the portal knows. */
  releases: Fact<string[]>;
  /** Hostnames of all commons in the catalog, of those that were asked for. */
  members: Fact<string[]>;
  chart: Fact<ChartFact>;
}
