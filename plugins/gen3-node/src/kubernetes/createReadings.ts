import { KindReading } from './ClusterClient';
import { KubernetesKind, KubernetesObject, rowOf } from './kinds';
import { Readings } from './Readings';

/** Shared readings of each kind. */
export type ReadingsOfKinds = {
  [K in KubernetesKind]: Readings<KindReading<KubernetesObject<K>>>;
};

/** Makes the shared readings of all kinds. */
export function createReadings(options: {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Milliseconds that a reading is shared. */
  maxAgeMs: number;
  /** The same of kinds that change rarely; at least `maxAgeMs`. One that failed is shared for `maxAgeMs` only. */
  slowMaxAgeMs: number;
}): ReadingsOfKinds {
  const { now, maxAgeMs } = options;
  const slowMs = Math.max(maxAgeMs, options.slowMaxAgeMs);
  const quick = { now, maxAgeMs };
  const slow = {
    now,
    maxAgeMs: slowMs,
    // What changes rarely is read again soon when it could not be read.
    maxAgeOf: ({ state }: { state: string }) =>
      state === 'read' ? slowMs : maxAgeMs,
  };
  const create = <T extends { readAt: string; state: string }>(
    kind: KubernetesKind,
  ) => Readings.create<T>(rowOf(kind).slow ? slow : quick);
  return {
    deployments: create('deployments'),
    statefulsets: create('statefulsets'),
    pods: create('pods'),
    jobs: create('jobs'),
    cronjobs: create('cronjobs'),
    horizontalpodautoscalers: create('horizontalpodautoscalers'),
    events: create('events'),
    applications: create('applications'),
    nodes: create('nodes'),
    namespaces: create('namespaces'),
    configmaps: create('configmaps'),
    persistentvolumeclaims: create('persistentvolumeclaims'),
    resourcequotas: create('resourcequotas'),
    networkpolicies: create('networkpolicies'),
    ingresses: create('ingresses'),
    externalsecrets: create('externalsecrets'),
    certificates: create('certificates'),
    awsgen3apphelm1s: create('awsgen3apphelm1s'),
  };
}
