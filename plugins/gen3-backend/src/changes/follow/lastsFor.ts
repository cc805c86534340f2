import type { LaunchSight } from './LaunchSight';
import type { LateStep } from './usualMinutes';

/**
 * Milliseconds that a step has been under way. One that is stuck has been so for longer than its row says, which says since when it is stuck: it counts
 * from the end of the step that it follows. Else what is late would be new again at the next look.
 */
export function lastsFor(
  sight: Pick<LaunchSight, 'before' | 'now' | 'record'>,
  id: LateStep,
): number {
  const { before, now } = sight;
  const step = before.find(each => each.id === id);
  switch (step?.state) {
    case 'running':
    case 'failed':
      return now - step.since;
    case 'stuck':
      return now - Math.min(step.since, endOfStepBefore(sight, id));
    default:
      return 0;
  }
}

function endOfStepBefore(
  { before, record }: Pick<LaunchSight, 'before' | 'record'>,
  id: LateStep,
): number {
  const followed = stepBefore(id, record.kind === 'launch');
  const step = before.find(each => each.id === followed);
  return step?.state === 'done' || step?.state === 'skipped'
    ? step.since
    : Infinity;
}

/** What Argo CD does begins when a commons is found, or at once where it was there before. */
function stepBefore(id: LateStep, isLaunch: boolean) {
  if (id === 'checks') return 'proposed';
  if (id === 'merged') return 'checks';
  return isLaunch && id !== 'discovered' ? 'discovered' : 'merged';
}
