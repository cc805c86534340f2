import type { JsonObject } from '@backstage/types';
import {
  APPLICATION_ANNOTATIONS,
  type LaunchPlan,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchChart, LaunchTarget } from './types';

/** What differs between layouts. */
interface ApplicationOptions {
  plan: LaunchPlan;
  target: LaunchTarget;
  /** Paths of value files, from the root of the repository. */
  valueFiles: string[];
  /** `server`: the cluster that Argo CD itself runs in, as each cluster has its own. `name`: one Argo CD for several clusters. */
  destination: 'server' | 'name';
}

/** Name of the Application; unlike those of the real repositories, unique in its cluster. */
export function applicationNameOf({ releaseName }: LaunchPlan): string {
  return `gen3-${releaseName}`;
}

/**
 * Argo CD's Application of a commons, as `gen3-gitops` has them (`gen3-gitops:brhprod/brh.data-commons.org/templates/app.yaml`), without
 * `Replace=true`, which would make Jobs and PVCs anew (`gen3-terraform:tf_files/gen3/templates/app.tftpl` has it, production has not).
 */
export function buildApplication(options: ApplicationOptions): JsonObject {
  const { plan, target, valueFiles, destination } = options;
  const { chart } = target;
  const revision = plan.answers.chartRevision ?? chart.revision;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationNameOf(plan),
      namespace: 'argocd',
      annotations: annotationsOf(plan),
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'default',
      sources: [
        {
          ...sourceOf(chart),
          targetRevision: revision,
          helm: {
            releaseName: plan.releaseName,
            valueFiles: valueFiles.map(path => `$values/${path}`),
          },
        },
        {
          repoURL: target.repoUrl,
          targetRevision: target.branch,
          ref: 'values',
        },
      ],
      destination: {
        ...(destination === 'server'
          ? { server: 'https://kubernetes.default.svc' }
          : { name: plan.cluster }),
        namespace: plan.namespace,
      },
      syncPolicy: {
        managedNamespaceMetadata: { labels: { role: 'gen3' } },
        syncOptions: ['CreateNamespace=true'],
        automated: { selfHeal: true },
      },
    },
  };
}

function sourceOf(chart: LaunchChart): JsonObject {
  return 'chart' in chart
    ? { repoURL: chart.repoUrl, chart: chart.chart }
    : { repoURL: chart.repoUrl, path: chart.path };
}

/** What the chart has no value for and the catalog wants to know. */
function annotationsOf({ answers, title, hostname, tier }: LaunchPlan) {
  return {
    [APPLICATION_ANNOTATIONS.owner]: answers.owner,
    [APPLICATION_ANNOTATIONS.tier]: tier,
    ...(title === hostname ? {} : { [APPLICATION_ANNOTATIONS.title]: title }),
  };
}
