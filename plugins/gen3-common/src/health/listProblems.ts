import { HealthLayer, layerOf } from './layers';
import { Reading } from './readCheck';
import { isVisible } from './readService';
import { rankOfStatus } from './statusOrder';
import { Cause } from './causes';
import { HealthStatus, JourneyHealth, ServiceHealth } from './types';

/** Something that keeps a commons from being up. */
export interface Problem {
  /** What it makes of the commons. */
  status: HealthStatus;
  /** Sentence without a full stop. */
  headline: string;
  cause: Cause;
  /** Name of the service or check. */
  subject: string;
  since?: string;
}

/** How checks of the commons as a whole are called where their reason follows. @public */
export const CHECK_SUBJECTS: Readonly<Record<string, string>> = {
  tls: 'Certificate',
  issuer: "Log-in's issuer",
  'inside:argocd': 'Argo CD',
  'inside:external-secrets': 'Secrets',
  'inside:ingress': 'Ingress',
  'inside:volumes': 'Storage',
  'inside:quota': 'Quota',
  'inside:nodes': 'Nodes',
  'inside:pods': 'Other pods',
  'inside:network-policies': 'Network policies',
};

/** Only a critical service, or a certificate that browsers refuse, takes the whole commons down. */
function effectOf(status: HealthStatus, decisive: boolean): HealthStatus {
  return status === 'down' && !decisive ? 'degraded' : status;
}

function fromChecks(checks: Reading[]): Problem[] {
  return checks.map(({ state, status, cause, reason, since }) => ({
    status: effectOf(status, state.checkId === 'tls'),
    headline: `${CHECK_SUBJECTS[state.checkId] ?? state.checkId} ${reason}`,
    cause,
    subject: state.checkId,
    since,
  }));
}

/** A service speaks through the first journey that it spoils: that is what people notice. */
function fromServices(
  services: ServiceHealth[],
  journeys: JourneyHealth[],
): Array<Problem & { rank: number }> {
  return services.filter(isVisible).map(service => {
    const rank = journeys.findIndex(
      journey => journey.because[0] === service.name,
    );
    const { status, critical, cause, name, since } = service;
    return {
      status: effectOf(status, critical),
      headline: rank < 0 ? service.reason : journeys[rank].reason,
      cause,
      subject: name,
      since,
      rank: rank < 0 ? journeys.length : rank,
    };
  });
}

/**
 * Lists what is wrong with a commons, worst first; of equally bad things the one that spoils logging in first, because everybody needs
 * it, then the certificate, then the other journeys in their order, then what the cluster says of the commons as a whole (Argo CD finds a
 * commons degraded because a service of it is), then the rest.
 */
export function listProblems(input: {
  services: ServiceHealth[];
  journeys: JourneyHealth[];
  checks: Reading[];
}): Problem[] {
  const ofServices = fromServices(input.services, input.journeys);
  const loginRank = input.journeys.findIndex(journey => journey.id === 'login');
  const ofLayer = (layer: HealthLayer) =>
    input.checks.filter(({ state }) => layerOf(state.checkId) === layer);
  const ordered = [
    ...ofServices.filter(problem => problem.rank === loginRank),
    ...fromChecks(ofLayer('outside')),
    ...ofServices
      .filter(({ rank }) => rank !== loginRank && rank < input.journeys.length)
      .sort((a, b) => a.rank - b.rank),
    ...fromChecks(ofLayer('inside')),
    ...ofServices.filter(({ rank }) => rank === input.journeys.length),
  ];
  return ordered
    .filter(problem => problem.status !== 'up')
    .sort((a, b) => rankOfStatus(a.status) - rankOfStatus(b.status));
}
