import { ServiceRegistry } from '../services/createServiceRegistry';
import { FrontendRoot } from '../services/types';
import { adviseOn } from './adviseOn';
import { describeAffected } from './describeAffected';
import { describeTrouble } from './describeTrouble';
import { isStale } from './isStale';
import { layerOf } from './layers';
import { listProblems } from './listProblems';
import { newestAsked } from './newestAsked';
import { byAttention, earliest, latest, readJourneys } from './readJourneys';
import { readCheck, Reading } from './readCheck';
import { isVisible, readService } from './readService';
import { scoreCommons } from './scoreCommons';
import { CheckState, CommonsHealth } from './types';

/** What the health of a commons is computed from. @public */
export interface RollUpInput {
  hostname: string;
  probing: 'on' | 'off';
  /** Names of the services that the commons has. */
  services: string[];
  /** Which front end answers at `/`. @defaultValue portal */
  frontendRoot?: FrontendRoot;
  /** Stored states, in any order; those of services that the commons no longer has are ignored. */
  checks: CheckState[];
  registry: ServiceRegistry;
  now: Date;
  /** Time between two rounds. */
  intervalMs: number;
}

type Summary = Pick<
  CommonsHealth,
  'status' | 'headline' | 'cause' | 'affected' | 'advice' | 'since'
>;

function summarise(
  input: RollUpInput,
  parts: Pick<CommonsHealth, 'services' | 'journeys'> & { checks: Reading[] },
  maintenance: Reading | undefined,
): Summary {
  const { services, journeys } = parts;
  if (input.probing === 'off') {
    return {
      status: 'unknown',
      headline: 'Not asked: probing is off for this commons',
      cause: 'probing-off',
      affected: '',
      advice: adviseOn('probing-off', ''),
    };
  }
  if (maintenance) {
    return {
      status: 'maintenance',
      headline: 'Maintenance mode is on',
      cause: 'maintenance',
      affected: describeAffected('maintenance', journeys),
      advice: adviseOn('maintenance', ''),
      since: maintenance.since,
    };
  }
  const problems = listProblems(parts);
  const [top, ...others] = problems;
  if (!top) {
    return services.some(isVisible)
      ? {
          status: 'up',
          headline: '',
          cause: 'ok',
          affected: '',
          advice: '',
          since: latest([...services, ...parts.checks].map(each => each.since)),
        }
      : {
          status: 'unknown',
          headline: 'No service of this commons can be seen from outside',
          cause: 'not-visible',
          affected: '',
          advice: '',
        };
  }
  const { isOfAll, ...trouble } = describeTrouble(
    [top, ...others],
    services,
    input,
  );
  return {
    ...trouble,
    status: top.status,
    affected:
      isOfAll && top.status === 'down'
        ? 'Everyone is affected.'
        : describeAffected(top.status, journeys),
    since: earliest(
      problems
        .filter(each => each.status === top.status)
        .map(each => each.since),
    ),
  };
}

/**
 * Computes the health of a commons at a point in time from the stored states of its checks: service, journey, commons.
 *
 * * A service is what its check settled on; stale, never asked, probing off and not visible are `unknown`, each with its cause.
 *   What cannot be seen from outside decides nothing about the commons.
 * * A commons is down when a critical service is, or when its certificate is refused; any other failure degrades it; what could not be
 *   asked makes it unknown, never up. One of which no service can be seen is unknown, however good its certificate is.
 * * Gen3's maintenance mode, seen by check `maintenance` or by a probe that is redirected to the maintenance page, is shown as such
 *   whatever else fails; journeys are then in maintenance as well, and what fails costs no points.
 * * A front end that is not the one at `/` is neither critical nor part of a journey: when it is down, the commons is degraded.
 * * A service that answers for itself is not blamed for one that it depends on.
 * * The inside joins the outside as `combineLayers` says. Whatever of it is unknown decides nothing; it is named by layer.
 *
 * Pure and independent of the order of checks and services.
 *
 * @public
 */
export function rollUpCommons(input: RollUpInput): CommonsHealth {
  const services = [...new Set(input.services)]
    .map(name => readService(name, input))
    .sort(byAttention);
  const isOn = input.probing === 'on';
  const declared = new Set(input.services);
  const relevant = input.checks.filter(
    check => check.service === undefined || declared.has(check.service),
  );
  const readings = isOn
    ? relevant
        .filter(check => check.service === undefined)
        .map(check => readCheck(check, input))
        .sort((a, b) => (a.state.checkId < b.state.checkId ? -1 : 1))
    : [];
  const checks = readings.filter(
    ({ state, status }) =>
      state.checkId !== 'maintenance' &&
      !(status === 'unknown' && layerOf(state.checkId) === 'inside'),
  );
  const maintenance = isOn
    ? relevant
        .map(check => readCheck(check, input))
        .filter(reading => reading.status === 'maintenance')
        .sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))[0]
    : undefined;
  const blocker = checks.find(
    ({ state, status }) => state.checkId === 'tls' && status === 'down',
  );
  const journeys = readJourneys(services, {
    registry: input.registry,
    maintenance,
    blocker,
  });
  const checkedAt = newestAsked(
    relevant
      .filter(({ checkId }) => layerOf(checkId) === 'outside')
      .map(check => check.last),
  );
  return {
    ...summarise(input, { services, journeys, checks }, maintenance),
    score: isOn
      ? scoreCommons({
          services,
          journeys,
          checks,
          inMaintenance: maintenance !== undefined,
        })
      : undefined,
    journeys,
    services,
    checkedAt,
    stale: isOn && checkedAt !== undefined && isStale(checkedAt, input),
  };
}
