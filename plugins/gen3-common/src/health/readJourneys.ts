import { ServiceRegistry } from '../services/createServiceRegistry';
import {
  GEN3_JOURNEY_TITLES,
  GEN3_JOURNEYS,
  Gen3JourneyId,
} from '../services/types';
import { Reading } from './readCheck';
import { isVisible } from './readService';
import { rankOfStatus, worstStatus } from './statusOrder';
import { HealthStatus, JourneyHealth, ServiceHealth } from './types';

/** How a journey is called at the start of a sentence. */
export const JOURNEY_NOUNS: Record<Gen3JourneyId, string> = {
  login: 'Log-in',
  search: 'Search',
  download: 'Download',
  submit: 'Submission',
  workspace: 'Workspace',
};

const PREDICATES: Record<HealthStatus, string> = {
  down: 'is down',
  degraded: 'is degraded',
  unknown: 'is unknown',
  maintenance: 'is in maintenance',
  up: 'works',
};

/** The earliest of the instants that are there. */
export function earliest(
  instants: Array<string | undefined>,
): string | undefined {
  return instants.filter(instant => instant !== undefined).sort()[0];
}

/** The latest of the instants that are there. */
export function latest(
  instants: Array<string | undefined>,
): string | undefined {
  return instants
    .filter(instant => instant !== undefined)
    .sort()
    .at(-1);
}

/** Worst first, critical before others, then by name. */
export function byAttention(a: ServiceHealth, b: ServiceHealth): number {
  return (
    Number(isVisible(b)) - Number(isVisible(a)) ||
    rankOfStatus(a.status) - rankOfStatus(b.status) ||
    Number(b.critical) - Number(a.critical) ||
    (a.name < b.name ? -1 : 1)
  );
}

/** What concerns all journeys alike. */
interface Overall {
  /** Gen3's maintenance mode: then nobody is on a journey, and none is down. */
  maintenance?: Reading;
  /** A certificate that browsers refuse: then no journey works. */
  blocker?: Reading;
}

function readJourney(
  id: Gen3JourneyId,
  members: ServiceHealth[],
  offering: ServiceHealth[],
  { maintenance, blocker }: Overall,
): JourneyHealth {
  const title = GEN3_JOURNEY_TITLES[id];
  const sentence = (status: HealthStatus, because?: string) =>
    `${JOURNEY_NOUNS[id]} ${PREDICATES[status]}${
      because ? `: ${because}` : ''
    }`;
  if (maintenance) {
    return {
      id,
      title,
      status: 'maintenance',
      reason: sentence('maintenance'),
      since: maintenance.since,
      because: [],
    };
  }
  if (blocker) {
    return {
      id,
      title,
      status: 'down',
      reason: sentence('down', `the certificate ${blocker.reason}`),
      since: blocker.since,
      because: [],
    };
  }
  const visible = members.filter(isVisible).sort(byAttention);
  const status = worstStatus(visible.map(member => member.status));
  const hidden = offering.every(member => !isVisible(member));
  if (
    visible.length === 0 ||
    (hidden && rankOfStatus(status) > rankOfStatus('unknown'))
  ) {
    return {
      id,
      title,
      status: 'unknown',
      reason: `${JOURNEY_NOUNS[id]} cannot be seen from outside: ${offering
        .map(member => member.name)
        .join(', ')} cannot be asked without a log-in`,
      because: [],
    };
  }
  const guilty = visible.filter(member => member.status === status);
  return status === 'up'
    ? {
        id,
        title,
        status,
        reason: sentence(status),
        since: latest(guilty.map(m => m.since)),
        because: [],
      }
    : {
        id,
        title,
        status,
        reason: sentence(status, guilty[0].reason),
        since: earliest(guilty.map(member => member.since)),
        because: guilty.map(member => member.name),
      };
}

/**
 * Reads the journeys that a commons offers from the health of its services. A journey is as bad as the worst visible service
 * it needs; one whose offering services cannot be seen from outside (workspace: hatchery) is never more than unknown.
 * In maintenance every journey is in maintenance.
 */
export function readJourneys(
  services: ServiceHealth[],
  options: Overall & { registry: ServiceRegistry },
): JourneyHealth[] {
  return GEN3_JOURNEYS.flatMap(id => {
    const offering = services.filter(service =>
      options.registry.get(service.name)?.offers.includes(id),
    );
    const members = services.filter(service => service.journeys.includes(id));
    return offering.length > 0
      ? [readJourney(id, members, offering, options)]
      : [];
  });
}
