import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { KubernetesVersion } from '../KubernetesVersion';
import { installedAt } from '../ages';
import { createMetadata } from '../metadata';
import { Column, KubernetesObject, Labels, ResourceKind } from '../types';
import { NamespaceView } from '../views';
import { ELASTICSEARCH_CLAIM, elasticsearchOf } from './elasticsearch';

/** A PersistentVolumeClaim. */
interface PersistentVolumeClaim extends KubernetesObject {
  spec: {
    accessModes: string[];
    resources: object;
    storageClassName: string;
    volumeMode: string;
    volumeName: string;
  };
  status: {
    phase: string;
    accessModes: string[];
    capacity: { storage: string };
  };
}

const CAPACITY = { storage: '30Gi' };
const ACCESS_MODES = ['ReadWriteOnce'];

function createClaim(
  view: NamespaceView,
  labels: Labels,
): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: createMetadata(view.facts, {
      kind: 'PersistentVolumeClaim',
      name: ELASTICSEARCH_CLAIM,
      namespace: view.namespace,
      createdAt: installedAt(view),
      labels,
      finalizers: ['kubernetes.io/pvc-protection'],
    }),
    spec: {
      accessModes: ACCESS_MODES,
      resources: { requests: CAPACITY },
      storageClassName: 'gp3',
      volumeMode: 'Filesystem',
      volumeName: `pvc-${view.facts.uuid('elasticsearch volume')}`,
    },
    status: { phase: 'Bound', accessModes: ACCESS_MODES, capacity: CAPACITY },
  };
}

const ATTRIBUTES_CLASS: Column<KubernetesObject> = {
  name: 'VolumeAttributesClass',
  cell: () => '<unset>',
};

/** `v1` PersistentVolumeClaims: Elasticsearch's. */
export function persistentVolumeClaims(
  version: KubernetesVersion,
): ResourceKind {
  return defineKind<PersistentVolumeClaim>({
    group: '',
    version: 'v1',
    plural: 'persistentvolumeclaims',
    kind: 'PersistentVolumeClaim',
    shortNames: ['pvc'],
    build: inCommons(view => {
      const workload = elasticsearchOf(view);
      return workload ? [createClaim(view, workload.labels.pods)] : [];
    }),
    columns: [
      { name: 'Status', cell: ({ status }) => status.phase },
      { name: 'Volume', cell: ({ spec }) => spec.volumeName },
      { name: 'Capacity', cell: ({ status }) => status.capacity.storage },
      { name: 'Access Modes', cell: () => 'RWO' },
      { name: 'StorageClass', cell: ({ spec }) => spec.storageClassName },
      ...(version === '1.20' ? [] : [ATTRIBUTES_CLASS]),
      AGE,
      { name: 'VolumeMode', priority: 1, cell: ({ spec }) => spec.volumeMode },
    ],
  });
}
