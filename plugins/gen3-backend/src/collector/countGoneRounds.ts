import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { contactOf, hasNoContact } from './contactOf';
import { isConfirmation } from './nextRound';
import type { ClaimedCommons } from './RoundStore';

/**
 * Rounds in a row in which the host could not be reached, this one included.
 *
 * Only rounds that ask everything tell whether a host is gone, and only they count. What could not be asked for reasons of the
 * portal's own (too busy, no name server) is no contact either, but says nothing of the host: it neither counts nor
 * interrupts.
 */
export function countGoneRounds(
  claimed: ClaimedCommons,
  results: CheckResult[],
): number {
  const { goneRounds } = claimed;
  if (isConfirmation(claimed)) {
    return goneRounds;
  }
  if (contactOf(results) === 'made') {
    return 0;
  }
  const isGone = results.some(
    result => result.outcome === 'down' && hasNoContact(result),
  );
  return isGone ? goneRounds + 1 : goneRounds;
}
