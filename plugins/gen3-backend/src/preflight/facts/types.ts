import type { JsonObject } from '@backstage/types';
import type { LaunchChart } from '../../launch/types';

/** Something that was asked for: its answer, or why there is none. */
export type Fact<T> = { known: true; value: T } | { known: false; why: string };

/** Who has a hostname already. */
export interface HostnameClaim {
  /** `catalog`: an entity. `git`: files in the repository. `change`: a change that has not ended. */
  by: 'catalog' | 'git' | 'change';
  /** What has it, e.g. `system:default/heart.example.org`. */
  what: string;
}

/** Other commons in one place: a namespace of a cluster, or an environment. */
export interface Neighbours {
  /** Hostnames of those that the caller may see, sorted. */
  hostnames: string[];
  /** How many others there are. */
  hidden: number;
}

/** Whether an API server answers the portal, or how it fails to, as a clause: `answers 503`. */
export type Reachability = { answers: true } | { answers: false; how: string };

/** The cluster of a launch as the portal knows it. */
export interface ClusterFact {
  /** Its name in Backstage's kubernetes config, were it there: sources may have names of their own for clusters. */
  name: string;
  /** Whether that name is in Backstage's kubernetes config. */
  isConnected: Fact<boolean>;
  /** Whether a commons of the fleet is in it. */
  isUsed: boolean;
  /** Clusters that the caller may know of, sorted. */
  others: string[];
  /** Absent: it is not connected, so it was not asked. */
  reachable?: Fact<Reachability>;
}

/** What is behind the URL of a data dictionary. */
export type DictionaryFact =
  | {
      kind: 'loaded';
      /** Names of its node types, sorted. */
      nodes: string[];
    }
  | {
      kind: 'not-a-dictionary';
      /** What is there instead, as a clause: `answers 404`. */
      why: string;
    };

/** The certificate that a host shows. */
export interface CertificateFact {
  /** Names that it is for, e.g. `*.example.org`. */
  names: string[];
  /** ISO 8601 UTC. */
  validTo: string;
  /** Whole days until then; negative: it has ended. */
  daysLeft: number;
}

/** The chart that would be deployed. */
export interface ChartFact {
  /** Version, branch or tag. */
  revision: string;
  /**
   * Defaults of the chart; those of each sub-chart under its name, its own overlaid by the chart's. Keys whose default is null are there, as they
   * are keys that the chart knows.
   */
  defaults: JsonObject;
}

/** A source of the portal. */
export interface SourceFact {
  id: string;
  /** Whether changes can be proposed to its repository. */
  takesChanges: boolean;
  /** Name or path of the chart of its launches, when the source does not know a commons by it (`catalog.providers.gen3.<id>.charts`). */
  unseenChart?: string;
  /** The chart of its launches, unless their answers name another revision. */
  chart?: LaunchChart;
}

/** Whether helm renders the chart. */
export type RenderingFact =
  | { renders: true }
  | {
      renders: false;
      /** The chart has no such revision as the answers name: there is nothing to render. */
      noSuchRevision?: true;
      /** Where and why it gives up, or what is not there; no value is in it. */
      how: string;
      fix: string;
    };

/** What preflight asks the world for. Each is asked by itself and may be unknown. */
export interface PreflightFacts {
  /** Who has the hostname already. */
  claims: Fact<HostnameClaim[]>;
  /** Other commons in the same namespace of the same cluster. */
  neighbours: Fact<Neighbours>;
  /** Other commons of the same environment (`global.environment`). */
  sameEnvironment: Fact<Neighbours>;
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
  /** Whether the catalog has the owner. */
  owner: Fact<boolean>;
  /** Managed sources of type `gitops`. */
  sources: Fact<SourceFact[]>;
  rendering: Fact<RenderingFact>;
}
