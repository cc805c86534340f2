import {
  type Cause,
  type CheckResult,
  layerOf,
  NO_CONTACT_CAUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Causes that tell neither: nothing was sent to the host. */
const NOT_TRIED: readonly Cause[] = [
  'cancelled',
  'never-asked',
  'refused-address',
];

/** Whether a result is about the host at all: those about its cluster say nothing of it. */
const isOfHost = ({ checkId }: CheckResult): boolean =>
  layerOf(checkId) === 'outside';

/** Whether a result means that the host was tried in vain. */
export const hasNoContact = (result: CheckResult): boolean =>
  isOfHost(result) && NO_CONTACT_CAUSES.includes(result.cause);

/** Whether a result means that the host was tried, and answered. */
export const hasContact = (result: CheckResult): boolean =>
  isOfHost(result) &&
  !NO_CONTACT_CAUSES.includes(result.cause) &&
  !NOT_TRIED.includes(result.cause);

/** Whether a round made contact with the host, with any of its questions; `undefined` when it did not try. */
export function contactOf(
  results: readonly CheckResult[],
): 'made' | 'none' | undefined {
  if (results.some(hasContact)) {
    return 'made';
  }
  return results.some(hasNoContact) ? 'none' : undefined;
}
