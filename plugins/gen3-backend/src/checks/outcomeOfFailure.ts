import type {
  Cause,
  Outcome,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Gen3UpstreamError,
  isOwnSideCode,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** How it is said; `down` is what a person who opens the commons would meet as well. */
const FAILURES: Partial<Record<Cause, { outcome: Outcome; says: string }>> = {
  dns: { outcome: 'down', says: 'cannot be reached' },
  unreachable: { outcome: 'down', says: 'cannot be reached' },
  tls: { outcome: 'down', says: 'cannot be reached' },
  'certificate-ended': { outcome: 'down', says: 'cannot be reached' },
  'unexpected-body': { outcome: 'down', says: 'does not answer properly' },
  'too-large': { outcome: 'unknown', says: 'cannot be read' },
  'refused-address': { outcome: 'unknown', says: 'was not asked' },
  cancelled: { outcome: 'unknown', says: 'was not asked' },
};

const OTHERWISE = { outcome: 'unknown', says: 'could not be asked' } as const;

/**
 * What it means that a commons could not be asked:
 *
 * | failure | outcome |
 * | --- | --- |
 * | the name does not exist; refused, reset, timed out; TLS or certificate bad; not HTTP | `down` |
 * | the portal's own name server, network or limits; address refused; cancelled; headers too large | `unknown` |
 *
 * What is answered with 401, 403 or 429 is no failure, see `classifyAnswer`.
 */
export function outcomeOfFailure(error: Gen3UpstreamError): Verdict {
  const { upstreamCause: cause, code, detail } = error;
  if (isOwnSideCode(code)) {
    const reason = `could not be asked: ${detail}`;
    return { outcome: 'unknown', cause, reason };
  }
  if (cause === 'timeout') {
    // How long it was is in the evidence; here it would make every round's reason differ.
    return { outcome: 'down', cause, reason: 'does not answer in time' };
  }
  const { outcome, says } = FAILURES[cause] ?? OTHERWISE;
  return { outcome, cause, reason: `${says}: ${detail}` };
}
