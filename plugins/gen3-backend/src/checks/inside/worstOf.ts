import {
  type Outcome,
  rankOfStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * The worst of several, the first of equally bad ones; undefined when there is none. What is known to be wrong comes before what is not
 * known.
 */
export function worstOf<T extends { outcome: Outcome }>(
  several: T[],
): T | undefined {
  return [...several].sort(
    (a, b) => rankOfStatus(a.outcome) - rankOfStatus(b.outcome),
  )[0];
}
