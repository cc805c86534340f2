import {
  CommonsHealthResponse,
  describeDuration,
  HEALTH_STATUSES,
  HealthStatus,
  isStale,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkTitle } from './checkTitle';

type CheckResult = CommonsHealthResponse['checks'][number];

/** A check of the whole commons as the card shows it. */
export interface ShownCheck {
  id: string;
  /** Subject of the sentence that `reason` ends. */
  title: string;
  status: HealthStatus;
  reason: string;
  /** Only of a certificate. */
  validTo?: string;
  issuer?: string;
  result: CheckResult;
}

const CERTIFICATE = 'tls';

/** The checks of an answer that are not about one service, worst first. Pure. */
export function buildChecks(answer: CommonsHealthResponse): ShownCheck[] {
  const { certificate, checks } = answer;
  const shown = checks.map(result => ({
    id: result.checkId,
    title: checkTitle(result.checkId),
    ...judge(result, answer),
    // What the server settled on counts more than the last answer alone.
    ...(result.checkId === CERTIFICATE ? certificate : undefined),
    result,
  }));
  const need = ({ status }: ShownCheck) => HEALTH_STATUSES.indexOf(status);
  return shown.sort((a, b) => need(a) - need(b));
}

/** An answer that is too old says nothing about now; maintenance was announced and is no fault. */
function judge(
  { checkedAt, cause, outcome, reason }: CheckResult,
  { asOf, intervalMs }: CommonsHealthResponse,
): { status: HealthStatus; reason: string } {
  const now = new Date(asOf);
  if (isStale(checkedAt, { now, intervalMs })) {
    const age = describeDuration(now.getTime() - Date.parse(checkedAt));
    return { status: 'unknown', reason: `was last asked ${age} ago` };
  }
  return { status: cause === 'maintenance' ? cause : outcome, reason };
}
