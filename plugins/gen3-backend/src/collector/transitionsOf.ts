import type {
  Cause,
  CheckState,
  CommonsHealth,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** A status that changed. */
export interface Transition {
  /** `commons`, `service:<name>`, `journey:<id>` or `check:<id>`. */
  subject: string;
  /** Absent the first time a commons is asked. */
  from?: HealthStatus;
  to: HealthStatus;
  cause: Cause;
  reason: string;
}

/** What a commons looked like after a round. */
export interface Picture {
  health: CommonsHealth;
  checks: CheckState[];
}

/**
 * The statuses that differ between two rounds. The first round of a commons is one transition of the commons; its parts
 * begin with it. A service is told by its own transition, so checks only appear when they are about no service.
 */
export function transitionsOf(
  before: Picture | undefined,
  after: Picture,
): Transition[] {
  const was = new Map(before && subjectsOf(before).map(s => [s.subject, s]));
  return subjectsOf(after).flatMap((now): Transition[] => {
    const from = was.get(now.subject)?.to;
    const isNew = before === undefined && now.subject === 'commons';
    const changed = from !== undefined && from !== now.to;
    return changed || isNew ? [{ ...now, from }] : [];
  });
}

function subjectsOf(picture: Picture): Transition[] {
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
      cause: journeyCause(journey.because),
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
