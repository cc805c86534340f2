import type { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { type FoundProblem, SEVERITIES } from './runPreflight';

/**
 * What an edit brings: findings about something of which the same check had nothing to say before, or nothing as bad. One that got smaller is not
 * new, though it counts less now.
 */
export function findNew(
  before: readonly FoundProblem[],
  after: readonly FoundProblem[],
): PreflightFinding[] {
  const known = new Map<string, number>();
  for (const found of before) {
    for (const identity of identitiesOf(found)) {
      const rank = Math.min(rankOf(found), known.get(identity) ?? Infinity);
      known.set(identity, rank);
    }
  }
  return after
    .filter(found =>
      identitiesOf(found).some(
        identity => rankOf(found) < (known.get(identity) ?? Infinity),
      ),
    )
    .map(({ finding }) => finding);
}

/** The worst is 0. */
function rankOf({ finding }: FoundProblem): number {
  return SEVERITIES.indexOf(finding.severity);
}

function identitiesOf({ finding, about = [] }: FoundProblem): string[] {
  const { id, where, what } = finding;
  return about.length > 0
    ? about.map(each => JSON.stringify([id, each]))
    : [JSON.stringify([id, where.key, what])];
}
