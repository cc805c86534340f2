import { PodTrouble } from '../../faults/planReplicas';
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
import { PodStartup } from './podStartup';
import { ContainerStatus } from './podTypes';
import { Workload } from './workloads';

/** Whose pod it is, and how it fares. */
export interface PodStatusOptions {
  view: NamespaceView;
  workload: Workload;
  pod: string;
  uid: string;
  podIP: string;
  node: ClusterNode;
  createdAt: Date;
  /** Undefined: never. */
  readyAt?: Date;
  /** Undefined when the pod is ready, or will be. */
  trouble?: PodTrouble;
}

/** When what is wrong with a pod began. */
export function troubleSince(
  { workload, createdAt }: PodStatusOptions,
  { startedAt }: PodStartup,
): Date {
  const { troubleAt = createdAt } = workload;
  return troubleAt > startedAt ? troubleAt : startedAt;
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

/** The service's own container. */
export function mainContainer(
  options: PodStatusOptions,
  startup: PodStartup,
): ContainerStatus {
  const { workload, readyAt, trouble, view } = options;
  const place = { ...placeOf(options), name: workload.container };
  const { now } = view.cluster;
  const { startedAt, initStartedAt } = startup;
  if (workload.initContainer && (trouble === 'imagePull' || now < startedAt)) {
    return waiting(place, 'PodInitializing');
  }
  if (trouble === 'imagePull' && now >= initStartedAt) {
    return pullBackOff(place);
  }
  if (now < startedAt) {
    return waiting(place, 'ContainerCreating');
  }
  return trouble === 'crashLoop' || trouble === 'outOfMemory'
    ? crashing(place, troubleSince(options, startup), trouble)
    : running(place, startedAt, readyAt !== undefined && readyAt <= now);
}

/** The one that migrates the database, where there is one. It is of the same image, so one that cannot be pulled stops the pod here. */
export function initContainer(
  options: PodStatusOptions,
  { initStartedAt, startedAt }: PodStartup,
): ContainerStatus | undefined {
  const { workload, trouble, view } = options;
  if (!workload.initContainer) {
    return undefined;
  }
  const { now } = view.cluster;
  const place = { ...placeOf(options), name: workload.initContainer };
  if (now < initStartedAt) {
    return waiting(place, 'PodInitializing');
  }
  if (trouble === 'imagePull') {
    return pullBackOff(place);
  }
  return now < startedAt
    ? running(place, initStartedAt, false)
    : ended(place, {
        startedAt: initStartedAt,
        finishedAt: startedAt,
        exitCode: 0,
        init: true,
      });
}
