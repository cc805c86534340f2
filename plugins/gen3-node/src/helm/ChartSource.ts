import { redactUrls } from '../git/redactUrls';

/**
 * Where a chart is: a folder of a git repository or of this machine, or a chart of a Helm repository.
 *
 * @public
 */
export type ChartSource = {
  /** URL of the git or Helm repository, or the path of a folder of this machine. */
  repoUrl: string;
  /** Branch, tag or commit of git; version of the chart, or a range of versions; of no meaning for a folder without git. */
  revision: string;
} & ({ path: string } | { chart: string });

/** A chart that another one asks for and that could not be had. @public */
export interface MissingDependency {
  name: string;
  version: string;
  repository: string;
  /** Value that switches it on, e.g. `global.dev`. */
  condition?: string;
  /** Why it is missing, as a clause. */
  why: string;
}

/** A chart that is on this machine with all that it depends on. @public */
export interface StoredChart {
  /** The same key is always the same content. */
  key: string;
  /** Folder with `Chart.yaml`; nobody may write into it. */
  folder: string;
  /** Version of a Helm repository, commit of git, or fingerprint of a folder. */
  version: string;
  /** Charts that it asks for and that are left out. */
  missing: MissingDependency[];
}

/** The chart as people know it, without credentials: `"gen3" 0.3.90 of https://helm.gen3.org`. @public */
export function describeChart(source: ChartSource): string {
  const name = 'chart' in source ? source.chart : source.path;
  return `"${name}" ${source.revision} of ${redactUrls(source.repoUrl)}`;
}
