import { applyFault } from './applyFault';
import { later } from '../timestamps';
import { isPresent, newestRevision, nextSlot } from './podLife';
import { reconcile } from './reconcile';
import { PodLife, Rollout, RolloutEvent, StartupMs, Template } from './types';

/** How a Deployment begins, and what happens to it, in the order of time. */
export interface RolloutHistory {
  template: Template;
  at: Date;
  desired: number;
  events: readonly RolloutEvent[];
}

/**
 * What has become, and will become, of a Deployment and its pods: pure, from what happened to it so far. It rolls as one with
 * `maxSurge: 1` and `maxUnavailable: 0` does, so what served before goes on until the new pods are ready.
 */
export function playRollout(
  { template, at, desired, events }: RolloutHistory,
  startupMs: StartupMs,
): Rollout {
  const first: Rollout = {
    revisions: [{ template, at, number: 1 }],
    pods: [],
    desired,
    generation: 1,
  };
  let readyAtMost = Infinity;
  let rollout = reconcile(first, { at, startupMs, readyAtMost });
  for (const event of events) {
    if (event.kind === 'fault') {
      const plan = event.plan(rollout.desired);
      readyAtMost = plan.trouble ? plan.ready : Infinity;
    }
    rollout = reconcile(applyEvent(rollout, event, startupMs), {
      at: event.at,
      startupMs,
      readyAtMost,
    });
  }
  return rollout;
}

function applyEvent(
  rollout: Rollout,
  event: RolloutEvent,
  startupMs: StartupMs,
): Rollout {
  switch (event.kind) {
    case 'template':
      return applyTemplate(rollout, event);
    case 'scale':
      return {
        ...rollout,
        desired: event.replicas,
        generation: rollout.generation + 1,
      };
    case 'deletePod':
      return applyDeletion(rollout, event, startupMs);
    default:
      return applyFault(rollout, event, startupMs);
  }
}

function applyTemplate(
  rollout: Rollout,
  { template, at }: Extract<RolloutEvent, { kind: 'template' }>,
): Rollout {
  const { completedAt: _before, ...rest } = rollout;
  const number = newestRevision(rollout).number + 1;
  return {
    ...rest,
    revisions: [...rollout.revisions, { template, at, number }],
    generation: rollout.generation + 1,
  };
}

/** Its ReplicaSet makes another pod, which fares as the one before. */
function applyDeletion(
  rollout: Rollout,
  { at, graceMs, isMeant }: Extract<RolloutEvent, { kind: 'deletePod' }>,
  startupMs: StartupMs,
): Rollout {
  const deleted = rollout.pods.find(pod => isPresent(pod, at) && isMeant(pod));
  if (!deleted) {
    return rollout;
  }
  const { template, readyAt } = deleted;
  const slot = nextSlot(rollout.pods, template);
  const another: PodLife = {
    template,
    slot,
    createdAt: at,
    ...(readyAt ? { readyAt: later(at, startupMs(template, slot)) } : {}),
  };
  const others = rollout.pods.filter(pod => pod !== deleted);
  return {
    ...rollout,
    pods: [...others, { ...deleted, endsAt: at, graceMs }, another],
  };
}
