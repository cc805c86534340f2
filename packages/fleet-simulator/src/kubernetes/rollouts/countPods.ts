import { isOf, isPresent, isReady, newestRevision } from './podLife';
import { Rollout, Template } from './types';

/** The pods of a Deployment at one time; those on their way out count no more. */
export interface PodCounts {
  present: number;
  /** Of the newest template. */
  updated: number;
  ready: number;
}

/** Counts the pods of a Deployment, or of the ReplicaSet of one template. */
export function countPods(
  rollout: Rollout,
  now: Date,
  template?: Template,
): PodCounts {
  const newest = newestRevision(rollout).template;
  const present = rollout.pods.filter(
    pod => isPresent(pod, now) && (!template || isOf(pod, template)),
  );
  return {
    present: present.length,
    updated: present.filter(pod => isOf(pod, newest)).length,
    ready: present.filter(pod => isReady(pod, now)).length,
  };
}

/** When its pods last came, got ready or were told to end; the last revision at the latest. */
export function lastProgress(rollout: Rollout, now: Date): Date {
  const times = rollout.pods.flatMap(({ createdAt, readyAt, endsAt }) => [
    createdAt,
    ...(readyAt ? [readyAt] : []),
    ...(endsAt ? [endsAt] : []),
  ]);
  return times
    .filter(time => time <= now)
    .reduce(
      (last, time) => (time > last ? time : last),
      newestRevision(rollout).at,
    );
}
