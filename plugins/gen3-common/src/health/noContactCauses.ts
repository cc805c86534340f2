import { Cause } from './causes';

/**
 * Causes that mean that a host was tried and no contact was made, so the fault may be the host's, the way's or the portal's own. A
 * failed TLS handshake is none of them: somebody was there.
 *
 * @public
 */
export const NO_CONTACT_CAUSES: readonly Cause[] = [
  'dns',
  'unreachable',
  'timeout',
];
