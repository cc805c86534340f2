import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { PATIENCE_MS } from './patience';

type Certificate = KubernetesObject<'certificates'>;

/**
 * Judges a Certificate of cert-manager: it could be issued, and was renewed in time
 * (`cert-manager:pkg/apis/certmanager/v1/types_certificate.go`).
 *
 * Reasons are clauses that follow "Ingress".
 *
 * @param now - milliseconds since the epoch.
 */
export function judgeCertificate(
  { metadata, status }: Certificate,
  now: number,
): Verdict {
  const { name } = metadata;
  const ready = status?.conditions.find(({ type }) => type === 'Ready');
  const left = millisecondsUntil(status?.notAfter, now);
  if (left !== undefined && isOverdue(status, now)) {
    return notRenewed(
      `has a certificate that was not renewed and ${
        left > 0 ? `ends in ${describeDuration(left)}` : 'has ended'
      } (${name})`,
    );
  }
  if (ready?.status === 'True') {
    return {
      outcome: 'up',
      cause: 'ok',
      reason: `has a certificate (${name})`,
    };
  }
  const since = millisecondsUntil(ready?.lastTransitionTime, now);
  return ready?.status === 'False' && !(since && since > -PATIENCE_MS)
    ? notRenewed(
        `has a certificate that cert-manager could not issue (${name}: ${boundedClause(
          ready.message ?? 'no reason given',
        )})`,
      )
    : {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `has a certificate that is being issued, or of which nothing is said (${name})`,
      };
}

/** It has ended, or more than half of the time that there is for its renewal is over; lives of an hour and of a year differ. */
function isOverdue(status: Certificate['status'], now: number): boolean {
  const left = millisecondsUntil(status?.notAfter, now) ?? Infinity;
  const late = -(millisecondsUntil(status?.renewalTime, now) ?? Infinity);
  return left <= 0 || late > left;
}

function millisecondsUntil(
  instant: string | undefined,
  now: number,
): number | undefined {
  return instant === undefined ? undefined : Date.parse(instant) - now;
}

function notRenewed(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'certificate-not-renewed', reason };
}
