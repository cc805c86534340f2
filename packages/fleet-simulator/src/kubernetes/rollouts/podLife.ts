import { PodLife, Revision, Rollout, Template } from './types';

/** The template that is rolled out, and when that began. */
export function newestRevision({
  revisions,
}: Pick<Rollout, 'revisions'>): Revision {
  return revisions[revisions.length - 1];
}

/** Whether a pod is there, and not on its way out. */
export function isPresent({ createdAt, endsAt }: PodLife, now: Date): boolean {
  return createdAt <= now && !(endsAt && endsAt <= now);
}

/** Whether a pod is on its way out. */
export function isEnding(
  { createdAt, endsAt, graceMs = 0 }: PodLife,
  now: Date,
): boolean {
  return (
    createdAt <= now &&
    endsAt !== undefined &&
    endsAt <= now &&
    endsAt.getTime() + graceMs > now.getTime()
  );
}

/** Whether a pod answers its readiness probe. */
export function isReady({ readyAt }: PodLife, now: Date): boolean {
  return readyAt !== undefined && readyAt <= now;
}

/** Whether a pod is of this template. */
export function isOf({ template }: PodLife, { hash }: Template): boolean {
  return template.hash === hash;
}

/** The number of the next pod of a ReplicaSet. */
export function nextSlot(pods: readonly PodLife[], template: Template): number {
  const slots = pods.filter(pod => isOf(pod, template)).map(pod => pod.slot);
  return Math.max(-1, ...slots) + 1;
}
