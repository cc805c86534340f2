import { later } from '../timestamps';
import { isOf, isPresent, isReady, newestRevision } from './podLife';
import { FaultEvent, PodLife, Rollout, StartupMs } from './types';

/** What a fault does to the pods that are there when it begins. */
export function applyFault(
  rollout: Rollout,
  event: FaultEvent,
  startupMs: StartupMs,
): Rollout {
  const { trouble } = event.plan(rollout.desired);
  return trouble && isRolling(rollout, event.at)
    ? stopComing(rollout, event.at)
    : hitAll(rollout, event, startupMs);
}

/** New pods are coming while others still serve. */
function isRolling(rollout: Rollout, at: Date): boolean {
  const { template } = newestRevision(rollout);
  const present = rollout.pods.filter(pod => isPresent(pod, at));
  return (
    present.some(pod => isOf(pod, template) && !isReady(pod, at)) &&
    present.some(pod => !isOf(pod, template))
  );
}

/** What serves goes on. */
function stopComing(rollout: Rollout, at: Date): Rollout {
  const { template } = newestRevision(rollout);
  return {
    ...rollout,
    pods: rollout.pods.map(pod => {
      const { readyAt: _readyAt, ...never } = pod;
      return isOf(pod, template) && !isReady(pod, at) ? never : pod;
    }),
  };
}

/** All that are there look as if they had been hit long ago; those that went are forgotten. */
function hitAll(
  rollout: Rollout,
  { at, plan, revision }: FaultEvent,
  startupMs: StartupMs,
): Rollout {
  const newest = newestRevision(rollout);
  const { template, at: since } = revision ?? newest;
  const { desired, ready } = plan(rollout.desired);
  const present = rollout.pods.filter(pod => isPresent(pod, at));
  const pods = Array.from({ length: desired }, (_, index): PodLife => {
    const known = revision ? undefined : present[index];
    const { createdAt, slot } = known ?? { createdAt: since, slot: index };
    const readyAt = later(createdAt, startupMs(template, slot));
    const pod = { template, slot, createdAt };
    return index < ready ? { ...pod, readyAt } : pod;
  });
  const { completedAt, ...rest } = rollout;
  return {
    ...rest,
    desired,
    pods,
    ...(revision
      ? {
          revisions: [
            ...rollout.revisions.slice(0, -1),
            { ...newest, ...revision },
          ],
        }
      : {}),
    ...(completedAt && !revision ? { completedAt } : {}),
  };
}
