import type { JsonObject } from '@backstage/types';
import type { GitopsLayout } from '@gen3-csoc/backstage-plugin-gen3-common';

/** The chart that Applications deploy: a folder of a git repository, or a chart of a Helm repository. */
export type LaunchChart = {
  /** URL of the git or Helm repository. */
  repoUrl: string;
  /** Branch or tag of git, or version of the chart. */
  revision: string;
} & ({ path: string } | { chart: string });

/** The GitOps repository that takes a launch. */
export interface LaunchTarget {
  /** Id of the source, `catalog.providers.gen3.<id>`. */
  id: string;
  /** URL that the portal reads and writes. */
  url: string;
  /** URL by which Argo CD knows the repository. */
  repoUrl: string;
  /** Branch that Argo CD follows. */
  branch: string;
  layout: GitopsLayout;
  chart: LaunchChart;
  /** Charts by which the source knows a commons (`catalog.providers.gen3.<id>.charts`). */
  charts: readonly string[];
  /** Names of clusters in Backstage's kubernetes config, by the name that the source uses. */
  clusters: Record<string, string>;
  /** Values that every launch gets where it says nothing else. Absent: none. */
  values?: JsonObject;
}

/** A file to be written. */
export interface LaunchFile {
  /** From the root of the repository. */
  path: string;
  content: string;
}
