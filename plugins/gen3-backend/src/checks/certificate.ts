import type { Cause, Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CertificateFacts } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createCheck } from './createCheck';
import type { Round } from './Round';
import type { Check } from './types';

const DAY_MS = 86_400_000;

/** Handshakes that fail over TLS itself. */
const REFUSED: readonly Cause[] = ['tls', 'certificate-ended'];

const UNTRUSTED: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for other hostnames',
  // Node's word for whatever OpenSSL has against a certificate and Node has no code for.
  UNSPECIFIED:
    'does not pass: its key or signature may be too weak, its authority limited to other names, or an extension unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'cannot be verified: the server does not send its intermediate certificate, or the authority is not trusted',
};

/** Judges a certificate at a time, in milliseconds since the epoch. */
export function judgeCertificate(
  facts: CertificateFacts,
  options: { now: number; warningDays: number },
): Verdict {
  const { now, warningDays } = options;
  const endsAt = Date.parse(facts.validTo);
  if (endsAt <= now) {
    const day = facts.validTo.slice(0, 10);
    return down('certificate-ended', `ended on ${day}`);
  }
  if (Date.parse(facts.validFrom) > now) {
    return down('tls', `is not valid before ${facts.validFrom.slice(0, 10)}`);
  }
  if (!facts.authorized) {
    const code = facts.authorizationError ?? 'no reason given';
    return down('tls', UNTRUSTED[code] ?? `is not trusted (${code})`);
  }
  const daysLeft = Math.floor((endsAt - now) / DAY_MS);
  const reason = `ends in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`;
  return daysLeft < warningDays
    ? { outcome: 'degraded', cause: 'certificate-ends-soon', reason }
    : { outcome: 'up', cause: 'ok', reason };
}

function down(cause: Verdict['cause'], reason: string): Verdict {
  return { outcome: 'down', cause, reason };
}

/** The certificate is trusted, made for the host and does not end within `warningDays`. */
export function createCertificateCheck(options: {
  round: Round;
  now: () => number;
  warningDays: number;
}): Check {
  const { round, now, warningDays } = options;
  return createCheck({
    id: 'tls',
    now,
    async ask(signal) {
      const facts = await round.certificate(signal);
      const { validFrom, validTo, issuer, subject } = facts;
      return {
        ...judgeCertificate(facts, { now: now(), warningDays }),
        evidence: { details: { validFrom, validTo, issuer, subject } },
      };
    },
    judgeFailure: error => ({
      // A host that cannot be reached says nothing about its certificate; that it is gone is what the services say.
      outcome: REFUSED.includes(error.upstreamCause) ? 'down' : 'unknown',
      cause: error.upstreamCause,
      reason: `could not be read: ${error.detail}`,
    }),
  });
}
