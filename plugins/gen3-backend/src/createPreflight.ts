import type {
  ChartSource,
  ChartStore,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ChangeStore } from './changes/ChangeStore';
import type { ChangeTargets } from './changes/ChangeTargets';
import { findLaunchInGit } from './changes/findLaunchInGit';
import { nameOpenChange } from './changes/nameOpenChange';
import type { ChangesConfig } from './config/readChangesConfig';
import { chartOf } from './preflight/chartOf';
import { unknown } from './preflight/facts/askFact';
import {
  type FactSources,
  gatherFacts,
  gatherRendering,
} from './preflight/facts/gatherFacts';
import { readChart } from './preflight/facts/readChart';
import { readRendering } from './preflight/facts/readRendering';
import { PreflightService } from './preflight/PreflightService';
import { renderingOf } from './preflight/renderingOf';
import type { PreflightSubject } from './preflight/types';
import type { ManifestRenderer } from './preview/ManifestRenderer';
import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What preflight is put together of. */
interface PreflightDeps
  extends Pick<
    FactSources,
    | 'knex'
    | 'catalog'
    | 'auth'
    | 'client'
    | 'clusters'
    | 'discoverNames'
    | 'logger'
  > {
  registry: ServiceRegistry;
  targets: ChangeTargets;
  store: Pick<ChangeStore, 'findOpen' | 'get'>;
  charts: ChartStore;
  renderer: ManifestRenderer;
  settings: Pick<ChangesConfig, 'chart' | 'releases'>;
}

/** Puts preflight together with whom it asks. */
export function createPreflight(deps: PreflightDeps): PreflightService {
  const { registry, targets, store, charts, renderer, settings } = deps;
  const targetOf = ({ plan }: PreflightSubject) =>
    plan && targets.find(plan.answers.source);
  const chartFor = (subject: PreflightSubject): ChartSource =>
    chartOf(subject, {
      target: targetOf(subject),
      configured: settings.chart,
    });
  const sources: FactSources = {
    ...deps,
    findOpenChange: (hostname, { access }) =>
      nameOpenChange({ hostname, access, store }),
    findInGit: (subject, { signal }) =>
      findLaunchInGit({ subject, targets, signal }),
    readChart: (subject, { signal }) =>
      readChart({ charts, chart: chartFor(subject), signal }),
    checkRendering: async (subject, { signal }) => {
      // The first pages of the wizard ask while somebody types: a rendering takes seconds, and has nothing to go by yet.
      if (subject.plan && !targetOf(subject)) {
        return unknown('No source is chosen that takes changes');
      }
      const chart = chartFor(subject);
      const rendering = renderingOf(subject, registry);
      const isAsked = subject.plan?.answers.chartRevision !== undefined;
      return readRendering({
        charts,
        renderer,
        chart,
        isAsked,
        rendering,
        signal,
      });
    },
    listSources: () => targets.list(),
    clusterNameOf: (cluster, subject) => {
      const { clusters = {} } = targetOf(subject) ?? {};
      return Object.hasOwn(clusters, cluster)
        ? clusters[cluster] ?? cluster
        : cluster;
    },
    releases: settings.releases,
  };
  return PreflightService.create({
    registry,
    targets,
    gatherFacts: question => gatherFacts({ ...question, sources }),
    gatherRendering: question => gatherRendering({ ...question, sources }),
  });
}
