import { PodTrouble } from '../../faults/planReplicas';
import { later, SECOND_MS, timestamp } from '../timestamps';
import { Condition } from '../types';
import { NamespaceView } from '../views';
import {
  ContainerPlace,
  crashing,
  ended,
  pullBackOff,
  running,
  waiting,
} from './containerStatus';
import { ClusterNode } from './nodeList';
import { ContainerStatus, PodStatus } from './podTypes';
import { Workload } from './workloads';

/** What {@link createPodStatus} needs. */
export interface PodStatusOptions {
  view: NamespaceView;
  workload: Workload;
  pod: string;
  uid: string;
  podIP: string;
  node: ClusterNode;
  createdAt: Date;
  /** Undefined when the pod is ready. */
  trouble?: PodTrouble;
}

/** The status of a Deployment's pod, as kubelet and scheduler report it. */
export function createPodStatus(options: PodStatusOptions): PodStatus {
  const { view, workload, createdAt, trouble } = options;
  if (trouble === 'pending') {
    return unschedulable(view, createdAt);
  }
  const place = { ...placeOf(options), name: workload.container };
  const main = mainContainer(options, place);
  const init = initContainer(options);
  const unreadyAt = workload.troubleAt ?? createdAt;
  const readySince = main.ready ? later(createdAt, 40 * SECOND_MS) : unreadyAt;
  return {
    phase: trouble === 'imagePull' ? 'Pending' : 'Running',
    conditions: conditionsOf(view, {
      createdAt,
      readySince,
      unready: main.ready ? undefined : workload.container,
      uninitialized: init?.state.waiting ? init.name : undefined,
    }),
    hostIP: options.node.address,
    podIP: options.podIP,
    podIPs: [{ ip: options.podIP }],
    startTime: timestamp(createdAt),
    ...(init ? { initContainerStatuses: [init] } : {}),
    containerStatuses: [main],
    qosClass: 'Burstable',
  };
}

function placeOf(options: PodStatusOptions): Omit<ContainerPlace, 'name'> {
  const { view, workload, pod, uid } = options;
  return {
    facts: view.facts,
    pod,
    namespace: view.namespace,
    uid,
    image: workload.image,
    now: view.cluster.now,
  };
}

function mainContainer(
  { workload, createdAt, trouble }: PodStatusOptions,
  place: ContainerPlace,
): ContainerStatus {
  const since = workload.troubleAt ?? createdAt;
  switch (trouble) {
    case 'imagePull':
      return workload.initContainer
        ? waiting(place, 'PodInitializing')
        : pullBackOff(place);
    case 'crashLoop':
    case 'outOfMemory':
      return crashing(place, since, trouble);
    default:
      return running(place, later(createdAt, 15 * SECOND_MS), !trouble);
  }
}

/** It is of the same image, so one that cannot be pulled stops the pod here. */
function initContainer(options: PodStatusOptions): ContainerStatus | undefined {
  const { workload, createdAt, trouble } = options;
  if (!workload.initContainer) {
    return undefined;
  }
  const place = { ...placeOf(options), name: workload.initContainer };
  return trouble === 'imagePull'
    ? pullBackOff(place)
    : ended(place, {
        startedAt: later(createdAt, 3 * SECOND_MS),
        finishedAt: later(createdAt, 14 * SECOND_MS),
        exitCode: 0,
        init: true,
      });
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
