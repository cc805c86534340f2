import {
  classifyTag,
  compareReleases,
  type FleetSummary,
  GEN3_SERVICES,
  type Gen3Service,
  type LaunchOptions,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchTarget } from './types';

const OF_GEN3 = new Set(GEN3_SERVICES.map(({ name }) => name));

/** What the wizard can offer: monthly releases, the newest first, the names that sources have for clusters, which sources take changes, and the portal's own services. */
export function buildLaunchOptions(options: {
  /** Of the commons that the caller may see. */
  summary: Pick<FleetSummary, 'byRelease'>;
  /** Of config. */
  releases: readonly string[];
  targets: readonly Pick<LaunchTarget, 'id' | 'clusters'>[];
  sources: readonly { id: string; takesChanges: boolean }[];
  registry: Pick<ServiceRegistry, 'all'>;
}): LaunchOptions {
  const { summary, releases, targets, sources, registry } = options;
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
    sources: sources.flatMap(({ id, takesChanges }) =>
      takesChanges ? [id] : [],
    ),
    services: registry
      .all()
      .filter(({ name }) => !OF_GEN3.has(name))
      .map(toOfferedService),
  };
}

function toOfferedService(
  service: Gen3Service,
): LaunchOptions['services'][number] {
  const { name, title, description, docsUrl, bundle } = service;
  const { enabledByDefault, dependsOn, onlyByName, meshService } = service;
  return {
    name,
    title,
    description,
    docsUrl,
    bundle,
    enabledByDefault,
    dependsOn,
    onlyByName,
    meshService,
  };
}
