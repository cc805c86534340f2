import { JourneyHealth } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Journeys that are in the same trouble. */
export interface JourneyTrouble {
  titles: string[];
  reason: string;
}

/**
 * One line per reason instead of one per journey: when fence is down, four journeys say so with the same words. A reason begins
 * with its journey ("Log-in is down: ..."), which the titles say already. Pure.
 */
export function groupReasons(
  journeys: readonly JourneyHealth[],
): JourneyTrouble[] {
  const troubles = new Map<string, string[]>();
  for (const { title, status, reason } of journeys) {
    if (status === 'up' || !reason) continue;
    const clause = reason.replace(/^[^:]*: /, '');
    troubles.set(clause, [...(troubles.get(clause) ?? []), title]);
  }
  return [...troubles].map(([reason, titles]) => ({ titles, reason }));
}
