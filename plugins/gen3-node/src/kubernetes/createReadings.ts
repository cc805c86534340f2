import { KindReading } from './ClusterClient';
import { KubernetesKind, KubernetesObject } from './kinds';
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
}): ReadingsOfKinds {
  const create = <T extends { readAt: string }>() =>
    Readings.create<T>(options);
  return {
    deployments: create(),
    statefulsets: create(),
    pods: create(),
    jobs: create(),
    cronjobs: create(),
    horizontalpodautoscalers: create(),
    events: create(),
    applications: create(),
    nodes: create(),
    namespaces: create(),
    configmaps: create(),
    persistentvolumeclaims: create(),
    resourcequotas: create(),
    networkpolicies: create(),
    ingresses: create(),
    externalsecrets: create(),
    certificates: create(),
    awsgen3apphelm1s: create(),
  };
}
