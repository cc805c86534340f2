import {
  classifyTag,
  compareReleases,
  type FleetSummary,
  type LaunchOptions,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchTarget } from './types';

/** What the wizard can offer: monthly releases, the newest first, and the names that sources have for clusters. */
export function buildLaunchOptions(options: {
  /** Of the commons that the caller may see. */
  summary: Pick<FleetSummary, 'byRelease'>;
  /** Of config. */
  releases: readonly string[];
  targets: readonly Pick<LaunchTarget, 'id' | 'clusters'>[];
}): LaunchOptions {
  const { summary, releases, targets } = options;
  const running = new Map(
    summary.byRelease.map(({ value, count }) => [value, count]),
  );
  return {
    releases: [...new Set([...running.keys(), ...releases])]
      .filter(release => classifyTag(release) === 'monthly')
      .sort((a, b) => compareReleases(b, a))
      .map(release => ({ release, commons: running.get(release) ?? 0 })),
    clusterNames: targets.flatMap(({ id, clusters }) =>
      Object.entries(clusters).map(([name, cluster]) => ({
        source: id,
        name,
        cluster,
      })),
    ),
  };
}
