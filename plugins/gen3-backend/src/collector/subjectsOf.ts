import type {
  Cause,
  CheckState,
  CommonsHealth,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What a commons looked like after a round. */
export interface Picture {
  health: CommonsHealth;
  checks: CheckState[];
}

/** How one thing about a commons was after a round. */
export interface Subject {
  /** `commons`, `service:<name>`, `journey:<id>` or `check:<id>`. */
  subject: string;
  to: HealthStatus;
  cause: Cause;
  /** Sentence for people. It carries counts, so it differs after every round: nothing is decided by it. */
  reason: string;
}

/** Everything that is told of a commons. A service tells for itself, so checks appear when they are about no service. */
export function subjectsOf(picture: Picture): Subject[] {
  const { health, checks } = picture;
  const journeyCause = (because: string[]): Cause =>
    health.services.find(service => because.includes(service.name))?.cause ??
    'ok';
  return [
    {
      subject: 'commons',
      to: health.status,
      cause: health.cause,
      reason: health.headline,
    },
    ...health.services.map(service => ({
      subject: `service:${service.name}`,
      to: service.status,
      cause: service.cause,
      reason: service.reason,
    })),
    ...health.journeys.map(journey => ({
      subject: `journey:${journey.id}`,
      to: journey.status,
      cause:
        journey.status === 'maintenance'
          ? 'maintenance'
          : journeyCause(journey.because),
      reason: journey.reason,
    })),
    ...checks
      .filter(check => check.service === undefined)
      .map(check => ({
        subject: `check:${check.checkId}`,
        to: check.outcome,
        cause: check.cause,
        reason: `${check.checkId} ${check.reason}`,
      })),
  ];
}
