import { deployedAt, installedAt } from '../ages';
import { defineKind } from '../defineKind';
import { createMetadata } from '../metadata';
import { timestamp } from '../timestamps';
import { KubernetesObject } from '../types';
import { ARGOCD_NAMESPACE, NamespaceView } from '../views';
import { createHistory, createOperationState } from './applicationOperation';
import { ApplicationSpec, comparedRevisions } from './applicationRevisions';
import {
  HealthStatus,
  ManagedResource,
  managedResources,
  worstHealth,
} from './applicationHealth';
import { releaseOf } from './labels';
import { workloadsOf } from './workloads';

/** An Argo CD Application. */
interface Application extends KubernetesObject {
  spec: ApplicationSpec;
  status: {
    sync: {
      status: 'Synced' | 'OutOfSync';
      comparedTo: object;
      revision?: string;
      revisions?: string[];
    };
    health: { status: HealthStatus; lastTransitionTime: string };
    summary: { images: string[]; externalURLs: string[] };
    operationState?: object;
    history: object[];
    resources: ManagedResource[];
    reconciledAt: string;
    sourceTypes: string[];
  };
}

/** What `gen3-gitops` would declare, for commons whose fleet is made up. */
function usualSpec(view: NamespaceView): ApplicationSpec {
  const { cluster, namespace, commons } = view;
  return {
    project: 'default',
    sources: [
      {
        path: 'helm/gen3',
        repoURL: 'https://github.com/uc-cdis/gen3-helm',
        targetRevision: 'master',
        helm: {
          releaseName: releaseOf(view),
          valueFiles: [
            `$values/${cluster.name}/${commons.hostname}/values/values.yaml`,
          ],
        },
      },
      {
        repoURL: 'https://git.example/generated/gitops.git',
        targetRevision: 'main',
        ref: 'values',
      },
    ],
    destination: { server: 'https://kubernetes.default.svc', namespace },
    syncPolicy: { automated: { selfHeal: true } },
  };
}

function createApplication(view: NamespaceView): Application {
  const { facts, cluster, declared } = view;
  const spec = declared.application?.spec ?? usualSpec(view);
  const resources = managedResources(view);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: createMetadata(facts, {
      kind: 'Application',
      name: releaseOf(view),
      namespace: ARGOCD_NAMESPACE,
      createdAt: view.sync.operations[0]?.declaredAt ?? installedAt(view),
      changedAt: cluster.now,
      generation: 1,
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    }),
    spec,
    status: {
      sync: {
        status: resources.some(({ status }) => status === 'OutOfSync')
          ? 'OutOfSync'
          : 'Synced',
        comparedTo: comparedTo(spec),
        ...comparedRevisions(view, spec),
      },
      health: {
        status: worstHealth(resources),
        lastTransitionTime: timestamp(deployedAt(view)),
      },
      summary: {
        images: [
          ...new Set(workloadsOf(view).map(({ image }) => image)),
        ].sort(),
        externalURLs: [`https://${declared.hostname}/`],
      },
      ...createOperationState(view, spec, resources),
      history: createHistory(view, spec),
      resources,
      reconciledAt: timestamp(cluster.now),
      sourceTypes: ['Helm', 'Directory'],
    },
  };
}

function comparedTo({ source, sources, destination }: ApplicationSpec): object {
  return Array.isArray(sources) && sources.length > 0
    ? { sources, destination }
    : { source, destination };
}

/** `argoproj.io/v1alpha1` Applications: all commons of the cluster, in Argo CD's namespace. */
export const applications = defineKind<Application>({
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'applications',
  kind: 'Application',
  shortNames: ['app', 'apps'],
  isCustom: true,
  build: (cluster, namespace) =>
    namespace === ARGOCD_NAMESPACE ? applicationsOf(cluster) : [],
  columns: [
    { name: 'Sync Status', cell: ({ status }) => status.sync.status },
    { name: 'Health Status', cell: ({ status }) => status.health.status },
    {
      name: 'Revision',
      priority: 10,
      cell: ({ status }) => status.sync.revision ?? '',
    },
    {
      name: 'Project',
      priority: 10,
      cell: ({ spec }) => String(spec.project ?? ''),
    },
  ],
});

/** Of two Applications with one name there can only be one, as everywhere in Kubernetes. */
function applicationsOf(cluster: NamespaceView['cluster']): Application[] {
  const byName = new Map<string, Application>();
  for (const namespace of cluster.namespaces) {
    const view = cluster.commonsIn(namespace);
    if (view && !byName.has(releaseOf(view))) {
      byName.set(releaseOf(view), createApplication(view));
    }
  }
  return [...byName.values()];
}
