import {
  CommonsHealthResponse,
  HEALTH_STATUSES,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type CheckResult = CommonsHealthResponse['checks'][number];

/** A check of the whole commons as the card shows it. */
export interface ShownCheck {
  id: string;
  status: HealthStatus;
  /** Ends the sentence that the title of the check begins. */
  reason: string;
  /** Only of a certificate. */
  validTo?: string;
  issuer?: string;
  result: CheckResult;
}

const CERTIFICATE = 'tls';

/**
 * The checks of an answer that are not about one service, worst first. Each has the status that the server settled on,
 * whatever its last answer was alone. Pure.
 */
export function buildChecks(answer: CommonsHealthResponse): ShownCheck[] {
  const { certificate, checks } = answer;
  const shown = checks.map(result => ({
    id: result.checkId,
    status: result.status,
    reason: result.statusReason,
    ...(result.checkId === CERTIFICATE && {
      validTo: certificate?.validTo,
      issuer: certificate?.issuer,
    }),
    result,
  }));
  const need = ({ status }: ShownCheck) => HEALTH_STATUSES.indexOf(status);
  return shown.sort((a, b) => need(a) - need(b));
}
