import {
  type Cause,
  type CheckResult,
  NO_CONTACT_CAUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Causes that tell neither: nothing was sent to the host. */
const NOT_TRIED: readonly Cause[] = [
  'cancelled',
  'never-asked',
  'refused-address',
];

/** Whether a result means that the host was tried in vain. */
export const hasNoContact = ({ cause }: CheckResult): boolean =>
  NO_CONTACT_CAUSES.includes(cause);

/** Whether a result means that the host was tried, and answered. */
export const hasContact = ({ cause }: CheckResult): boolean =>
  !NO_CONTACT_CAUSES.includes(cause) && !NOT_TRIED.includes(cause);

/** Whether a round made contact with the host, with any of its questions; `undefined` when it did not try. */
export function contactOf(
  results: readonly CheckResult[],
): 'made' | 'none' | undefined {
  if (results.some(hasContact)) {
    return 'made';
  }
  return results.some(hasNoContact) ? 'none' : undefined;
}
