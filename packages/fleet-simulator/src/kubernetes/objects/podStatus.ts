import { later, SECOND_MS, timestamp } from '../timestamps';
import { Condition } from '../types';
import { NamespaceView } from '../views';
import { podStartup } from './podStartup';
import { PodStatus } from './podTypes';
import {
  initContainer,
  mainContainer,
  PodStatusOptions,
  troubleSince,
} from './serviceContainers';

/** The status of a Deployment's pod, as kubelet and scheduler report it. */
export function createPodStatus(options: PodStatusOptions): PodStatus {
  const { view, workload, createdAt, readyAt, trouble } = options;
  const { now } = view.cluster;
  if (trouble === 'pending') {
    return unschedulable(view, createdAt);
  }
  const startup = podStartup(createdAt, readyAt);
  if (now < startup.acceptedAt) {
    return scheduled(createdAt);
  }
  const main = mainContainer(options, startup);
  const init = initContainer(options, startup);
  const unreadyAt = trouble ? troubleSince(options, startup) : createdAt;
  const hasStarted = now >= startup.initStartedAt;
  return {
    phase:
      main.state.waiting && !main.lastState.terminated ? 'Pending' : 'Running',
    conditions: conditionsOf(view, {
      createdAt,
      readySince: main.ready && readyAt ? readyAt : unreadyAt,
      unready: main.ready ? undefined : workload.container,
      uninitialized: init && !init.ready ? init.name : undefined,
    }),
    hostIP: options.node.address,
    ...(hasStarted
      ? { podIP: options.podIP, podIPs: [{ ip: options.podIP }] }
      : {}),
    startTime: timestamp(createdAt),
    ...(init ? { initContainerStatuses: [init] } : {}),
    containerStatuses: [main],
    qosClass: 'Burstable',
  };
}

/** It has a node, which knows nothing of it yet. */
function scheduled(createdAt: Date): PodStatus {
  return {
    phase: 'Pending',
    conditions: [condition('PodScheduled', createdAt, { status: 'True' })],
    qosClass: 'Burstable',
  };
}

/** Conditions of a pod that has a node. */
export function conditionsOf(
  { cluster }: NamespaceView,
  options: {
    createdAt: Date;
    readySince: Date;
    /** Container that is not ready. */
    unready?: string;
    /** Init container that has not ended. */
    uninitialized?: string;
  },
): Condition[] {
  const { createdAt, readySince, unready, uninitialized } = options;
  const readiness = unless(unready, 'ContainersNotReady', 'unready');
  const begun = later(createdAt, SECOND_MS);
  return [
    // Kubernetes 1.29 and on tell it.
    ...(cluster.version === '1.20'
      ? []
      : [condition('PodReadyToStartContainers', begun, { status: 'True' })]),
    condition(
      'Initialized',
      later(createdAt, 14 * SECOND_MS),
      unless(uninitialized, 'ContainersNotInitialized', 'incomplete'),
    ),
    condition('Ready', readySince, readiness),
    condition('ContainersReady', readySince, readiness),
    condition('PodScheduled', createdAt, { status: 'True' }),
  ];
}

function unless(
  container: string | undefined,
  reason: string,
  word: string,
): Pick<Condition, 'status' | 'reason' | 'message'> {
  return container === undefined
    ? { status: 'True' }
    : {
        status: 'False',
        reason,
        message: `containers with ${word} status: [${container}]`,
      };
}

function condition(
  type: string,
  since: Date,
  rest: Pick<Condition, 'status' | 'reason' | 'message'>,
): Condition {
  return {
    type,
    lastProbeTime: null,
    lastTransitionTime: timestamp(since),
    ...rest,
  };
}

/** What the scheduler says when no node has room. */
export const UNSCHEDULABLE =
  '0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.';

function unschedulable(view: NamespaceView, createdAt: Date): PodStatus {
  const message =
    view.cluster.version === '1.20'
      ? '0/3 nodes are available: 3 Insufficient memory.'
      : UNSCHEDULABLE;
  return {
    phase: 'Pending',
    conditions: [
      condition('PodScheduled', createdAt, {
        status: 'False',
        reason: 'Unschedulable',
        message,
      }),
    ],
    qosClass: 'Burstable',
  };
}
