import type { Outcome, Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What is known to be wrong comes before what is not known. */
const WORST_FIRST: readonly Outcome[] = ['down', 'degraded', 'unknown', 'up'];

/** The worst verdict, the first of equally bad ones; undefined when there is none. */
export function worstOf(verdicts: Verdict[]): Verdict | undefined {
  const rank = ({ outcome }: Verdict) => WORST_FIRST.indexOf(outcome);
  return [...verdicts].sort((a, b) => rank(a) - rank(b))[0];
}
