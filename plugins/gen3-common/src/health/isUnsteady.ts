import { CheckState, HysteresisPolicy, Outcome } from './types';

/** How many of the newest results show whether a check is unsteady. */
export function windowOf(policy: HysteresisPolicy): number {
  return Math.max(2 * policy.failuresToDown, policy.successesToUp);
}

/**
 * Whether a check fails as often as a dead one and yet never often enough in a row: of the last `2 * failuresToDown` results,
 * `failuresToDown` failed, and good and bad ones take turns. One outage, however short, is not unsteady.
 */
export function isUnsteady(
  recent: readonly Outcome[],
  policy: HysteresisPolicy,
): boolean {
  const failed = recent
    .slice(-2 * policy.failuresToDown)
    .map(outcome => outcome !== 'up');
  const turns = failed.filter(
    (bad, index) => index > 0 && bad !== failed[index - 1],
  ).length;
  return (
    failed.filter(bad => bad).length >= policy.failuresToDown &&
    turns >= 2 * policy.failuresToDown - 2
  );
}

/** Whether a check settled on being unsteady. The cause alone does not tell: a check of the inside keeps that of what it found. */
export function hasSettledUnsteady({
  unsteady,
  cause,
}: Pick<CheckState, 'unsteady' | 'cause'>): boolean {
  return unsteady ?? cause === 'unsteady';
}
