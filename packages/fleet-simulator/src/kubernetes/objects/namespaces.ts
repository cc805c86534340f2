import { clusterCreatedAt, installedAt } from '../ages';
import { defineKind } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject } from '../types';
import { ClusterView } from '../views';

/** A Namespace. */
interface Namespace extends KubernetesObject {
  spec: { finalizers: string[] };
  status: { phase: string };
}

/** Argo CD labels the namespaces of commons (`uc-cdis/gen3-gitops`: `managedNamespaceMetadata.labels.role: gen3`). */
function createNamespace(cluster: ClusterView, name: string): Namespace {
  const commons = cluster.commonsIn(name);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: createMetadata(cluster.facts, {
      kind: 'Namespace',
      name,
      createdAt: commons ? installedAt(commons) : clusterCreatedAt(cluster),
      labels: {
        'kubernetes.io/metadata.name': name,
        ...(commons ? { role: 'gen3' } : {}),
      },
    }),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** `v1` Namespaces. */
export const namespaces = defineKind<Namespace>({
  group: '',
  version: 'v1',
  plural: 'namespaces',
  kind: 'Namespace',
  namespaced: false,
  shortNames: ['ns'],
  fields: { 'status.phase': ({ status }) => status.phase },
  build: cluster =>
    cluster.namespaces.map(name => createNamespace(cluster, name)),
  columns: [{ name: 'Status', cell: ({ status }) => status.phase }, AGE],
});
