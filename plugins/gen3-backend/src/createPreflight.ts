import type {
  ChartSource,
  ChartStore,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { stringify } from 'yaml';
import type { ChangeStore } from './changes/ChangeStore';
import type { ChangeTargets } from './changes/ChangeTargets';
import { findLaunchInGit } from './changes/findLaunchInGit';
import type { ChangesConfig } from './config/readChangesConfig';
import { buildValuesFile } from './launch/buildValuesFile';
import { unknown } from './preflight/facts/askFact';
import { type FactSources, gatherFacts } from './preflight/facts/gatherFacts';
import { readChart } from './preflight/facts/readChart';
import { readRendering } from './preflight/facts/readRendering';
import { PreflightService } from './preflight/PreflightService';
import type { PreflightSubject } from './preflight/types';
import type { ManifestRenderer, Rendering } from './preview/ManifestRenderer';
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
  store: Pick<ChangeStore, 'findOpen'>;
  charts: ChartStore;
  renderer: ManifestRenderer;
  settings: Pick<ChangesConfig, 'chart' | 'releases'>;
}

/** Puts preflight together with whom it asks. */
export function createPreflight(deps: PreflightDeps): PreflightService {
  const { registry, targets, store, charts, renderer, settings } = deps;
  const targetOf = ({ plan }: PreflightSubject) =>
    plan && targets.find(plan.answers.source);
  const chartOf = (subject: PreflightSubject): ChartSource => {
    const chart = targetOf(subject)?.chart;
    const revision = subject.plan?.answers.chartRevision ?? chart?.revision;
    return chart && revision ? { ...chart, revision } : settings.chart;
  };
  const sources: FactSources = {
    ...deps,
    findOpenChange: async hostname => {
      const open = await store.findOpen(hostname);
      return open && `the change ${open.id}, proposed by ${open.author}`;
    },
    findInGit: (subject, { signal }) =>
      findLaunchInGit({ subject, targets, signal }),
    readChart: (subject, { signal }) =>
      readChart({ charts, chart: chartOf(subject), signal }),
    checkRendering: async (subject, { signal }) => {
      // The first pages of the wizard ask while somebody types: a rendering takes seconds, and has nothing to go by yet.
      if (subject.plan && !targetOf(subject)) {
        return unknown('No source is chosen that takes changes');
      }
      const chart = chartOf(subject);
      const rendering = renderingOf(subject, registry);
      return readRendering({ charts, renderer, chart, rendering, signal });
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
  });
}

/** Just as previews render it, so that it is rendered once for both. */
function renderingOf(
  { plan, values, namespace = 'default' }: PreflightSubject,
  registry: ServiceRegistry,
): Omit<Rendering, 'chart'> {
  return plan
    ? {
        values: buildValuesFile(plan, registry),
        releaseName: plan.releaseName,
        namespace: plan.namespace,
      }
    : { values: stringify(values), releaseName: 'gen3', namespace };
}
