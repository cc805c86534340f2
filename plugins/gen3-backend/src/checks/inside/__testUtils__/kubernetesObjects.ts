import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Time of all tests of the inside. */
export const NOW = Date.parse('2026-11-27T12:00:00Z');

/** An instant so many minutes before {@link NOW}. */
export const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

type PodStatus = NonNullable<KubernetesPod['status']>;
/** Status of a container as kubelet reports it. */
export type Container = PodStatus['containerStatuses'][number];

/** A Deployment of fence whose pods are all ready, an hour old. */
export function deployment(
  change: {
    name?: string;
    replicas?: number;
    ready?: number;
  } = {},
): KubernetesWorkload {
  const { name = 'fence-deployment', replicas = 1, ready = replicas } = change;
  return {
    metadata: { name, ownerReferences: [] },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'fence' }, matchExpressions: [] },
    },
    status: { readyReplicas: ready, conditions: [] },
  };
}

/** A container that runs and is ready. */
export function container(change: Partial<Container> = {}): Container {
  return {
    name: 'fence',
    ready: true,
    restartCount: 0,
    image: 'quay.io/cdis/fence:2026.07',
    state: { running: { startedAt: minutesAgo(60) } },
    ...change,
  };
}

/** A pod of fence that is ready. */
export function pod(
  change: {
    name?: string;
    labels?: Record<string, string>;
    status?: Partial<PodStatus>;
    metadata?: Partial<KubernetesPod['metadata']>;
  } = {},
): KubernetesPod {
  const { name = 'fence-1', labels = { app: 'fence' } } = change;
  return {
    metadata: {
      name,
      labels,
      ownerReferences: [],
      creationTimestamp: minutesAgo(60),
      ...change.metadata,
    },
    status: {
      phase: 'Running',
      startTime: minutesAgo(60),
      conditions: [{ type: 'Ready', status: 'True' }],
      initContainerStatuses: [],
      containerStatuses: [container()],
      ...change.status,
    },
  };
}

/** A pod whose only container is in this state, and that is therefore not ready. */
export function brokenPod(change: Partial<Container>): KubernetesPod {
  return pod({
    status: {
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [container({ ready: false, ...change })],
    },
  });
}
