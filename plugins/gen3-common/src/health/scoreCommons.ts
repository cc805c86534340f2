import { Gen3JourneyId } from '../services/types';
import { JOURNEY_NOUNS } from './readJourneys';
import { Reading } from './readCheck';
import { isVisible } from './readService';
import {
  HealthStatus,
  JourneyHealth,
  Score,
  ScoreReason,
  ServiceHealth,
} from './types';

/** What a commons loses when a journey is down; together 100. */
const JOURNEY_POINTS: Record<Gen3JourneyId, number> = {
  login: 50,
  search: 15,
  download: 15,
  submit: 10,
  workspace: 10,
};

/** Share of the points that a status costs. */
const SHARES: Record<HealthStatus, number> = {
  down: 1,
  degraded: 0.4,
  unknown: 0.2,
  maintenance: 0,
  up: 0,
};

/** What a service that no offered journey needs costs. */
const CRITICAL_POINTS = 20;
const OTHER_POINTS = 5;

/** What checks of the commons as a whole cost: certificate, issuer and others. */
const CHECK_POINTS: Record<string, { points: number; subject: string }> = {
  tls: { points: 15, subject: 'certificate' },
  issuer: { points: 10, subject: "log-in's issuer" },
  'inside:argocd': { points: 5, subject: 'Argo CD' },
  'inside:external-secrets': { points: 5, subject: 'secrets' },
  'inside:ingress': { points: 5, subject: 'ingress' },
  'inside:volumes': { points: 5, subject: 'storage' },
  'inside:quota': { points: 5, subject: 'quota' },
  'inside:nodes': { points: 5, subject: 'nodes' },
  'inside:pods': { points: 5, subject: 'other pods' },
  'inside:network-policies': { points: 5, subject: 'network policies' },
};
const OTHER_CHECK_POINTS = 5;

/** A commons that is down scores no more than this. */
const MOST_WHEN_DOWN = 50;

function penalty(points: number, status: HealthStatus): number {
  const share = points * SHARES[status];
  return share > 0 ? Math.max(1, Math.round(share)) : 0;
}

const points = (lost: number, text: string): ScoreReason => ({
  points: -lost,
  text,
});

/** Takes the reasons in order until 100 points are gone, so that they always add up to the score. */
function addUp(reasons: ScoreReason[]): Score {
  let left = 100;
  const kept: ScoreReason[] = [];
  for (const reason of reasons) {
    const lost = Math.min(-reason.points, left);
    if (lost > 0) kept.push(points(lost, reason.text));
    left -= lost;
  }
  return { value: left, reasons: kept };
}

function chargeChecks(checks: Reading[]): ScoreReason[] {
  return checks.map(({ state, status, reason }) => {
    const rule = CHECK_POINTS[state.checkId];
    return points(
      penalty(rule?.points ?? OTHER_CHECK_POINTS, status),
      `${rule?.subject ?? state.checkId} ${reason}`,
    );
  });
}

/** What takes the commons down by itself, as a clause; undefined when nothing does. */
function describeDecisive(
  services: ServiceHealth[],
  checks: Reading[],
): string | undefined {
  const isCertificateRefused = checks.some(
    ({ state, status }) => state.checkId === 'tls' && status === 'down',
  );
  const critical = services
    .filter(service => service.critical && service.status === 'down')
    .map(service => service.name);
  const decisive = [
    ...(isCertificateRefused ? ['a valid certificate'] : []),
    ...critical,
  ];
  return decisive.length > 0
    ? `down as a whole for want of ${decisive.join(', ')}`
    : undefined;
}

/** Takes what is left above {@link MOST_WHEN_DOWN} as well, when something takes the commons down. */
function capWhenDown(score: Score, decisive: string | undefined): Score {
  const above = score.value - MOST_WHEN_DOWN;
  return decisive === undefined || above <= 0
    ? score
    : {
        value: MOST_WHEN_DOWN,
        reasons: [...score.reasons, points(above, decisive)],
      };
}

/**
 * Scores a commons: 100 less what is wrong, never below 0. The reasons add up exactly to what is missing; the one that reaches 0
 * is cut, and those after it are left out.
 *
 * A journey that is down costs 50 (log in), 15 (search, download) or 10 points, a service that no offered journey needs 20 when
 * critical and else 5, the certificate 15 and a wrong issuer 10; degraded costs 40 % and unknown 20 % of it. What cannot be seen
 * from outside costs nothing, and in maintenance nothing does but the certificate, which maintenance does not excuse.
 *
 * A commons that is down, because a critical service is or because its certificate is refused, scores 50 at most, however little the
 * journeys cost that it spoils.
 *
 * @returns undefined when no service is known: none is visible, or every visible one is unknown. A good certificate alone says
 * nothing about a commons that lets nobody ask.
 * @public
 */
export function scoreCommons(input: {
  journeys: JourneyHealth[];
  services: ServiceHealth[];
  /** Checks that are about no service. */
  checks: Reading[];
  /** @defaultValue false */
  inMaintenance?: boolean;
}): Score | undefined {
  const services = input.services.filter(isVisible);
  if (services.every(({ status }) => status === 'unknown')) return undefined;
  if (input.inMaintenance) {
    return addUp(
      chargeChecks(input.checks.filter(({ state }) => state.checkId === 'tls')),
    );
  }
  const offered = new Set(input.journeys.map(journey => journey.id));
  const journeys = input.journeys
    .filter(
      journey => journey.status !== 'unknown' || journey.because.length > 0,
    )
    .map(({ id, status }) =>
      points(
        penalty(JOURNEY_POINTS[id], status),
        `${JOURNEY_NOUNS[id].toLocaleLowerCase('en-US')} journey ${status}`,
      ),
    );
  const others = services
    .filter(service => !service.journeys.some(id => offered.has(id)))
    .map(({ status, critical, name }) =>
      points(
        penalty(critical ? CRITICAL_POINTS : OTHER_POINTS, status),
        `${name} ${status}`,
      ),
    );
  return capWhenDown(
    addUp([...journeys, ...chargeChecks(input.checks), ...others]),
    describeDecisive(services, input.checks),
  );
}
