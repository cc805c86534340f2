import { Fault } from './types';

const TROUBLES = ['pending', 'imagePull', 'outOfMemory', 'crashLoop'] as const;

/** Why a pod is not ready; `unready`: it runs, but fails its readiness probe. */
export type PodTrouble = (typeof TROUBLES)[number] | 'unready';

/** How the pods of a Deployment are. */
export interface ReplicaPlan {
  desired: number;
  ready: number;
  /** What is wrong with those that are not ready; undefined when all are. */
  trouble?: PodTrouble;
}

/**
 * Derives the pods of a Deployment from a fault. `usual` is how many replicas it has when nothing is said; of several that the
 * fault asks for, one fails.
 */
export function planReplicas(fault: Fault, usual: number = 1): ReplicaPlan {
  if (fault.scaledToZero) {
    return { desired: 0, ready: 0 };
  }
  const { replicas, replicasReady } = fault;
  const named = TROUBLES.find(trouble => fault[trouble]);
  const desired =
    replicas ??
    (replicasReady === undefined ? usual : Math.max(usual, replicasReady + 1));
  const failing = named ? (replicas ?? 1) - 1 : desired;
  const ready = Math.max(0, Math.min(desired, replicasReady ?? failing));
  return ready < desired
    ? { desired, ready, trouble: named ?? 'unready' }
    : { desired, ready };
}

/** Whether a fault is one of pods. */
export function hasPodFault(fault: Fault): boolean {
  return (
    fault.scaledToZero === true ||
    fault.replicas !== undefined ||
    fault.replicasReady !== undefined ||
    TROUBLES.some(trouble => fault[trouble])
  );
}

/** Whether anybody is there to answer. */
export function hasReadyPod(fault: Fault): boolean {
  return planReplicas(fault).ready > 0;
}
