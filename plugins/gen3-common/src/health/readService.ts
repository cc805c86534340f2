import { ServiceRegistry } from '../services/createServiceRegistry';
import { probesOf } from '../services/probesOf';
import { FrontendRoot, Gen3Service } from '../services/types';
import { combineLayers } from './combineLayers';
import { ReadingTime } from './isStale';
import { HEALTH_LAYERS, HealthLayer, layerOf } from './layers';
import { readCheck, Reading, reasonBeside, worstFirst } from './readCheck';
import { Cause } from './causes';
import { CheckState, ServiceHealth, ServiceLayerHealth } from './types';

/**
 * Whether a service is a front end beside the one that answers at `/`. People arrive at `/`: one on trial at `/ff`, or the portal that is
 * still there at `/portal`, takes down neither the commons nor a journey.
 */
function isFrontEndAside(
  row: Gen3Service,
  frontendRoot: FrontendRoot | undefined,
): boolean {
  return (
    row.probesAtGen3ffRoot !== undefined &&
    probesOf(row, frontendRoot).every(({ path }) => path !== '/')
  );
}

/** What {@link readService} needs. */
interface ServiceInput extends ReadingTime {
  probing: 'on' | 'off';
  checks: CheckState[];
  registry: ServiceRegistry;
  frontendRoot?: FrontendRoot;
}

/** Reads the health of one declared service from the checks that are about it. */
export function readService(name: string, input: ServiceInput): ServiceHealth {
  const row = input.registry.get(name);
  const decides = row && !isFrontEndAside(row, input.frontendRoot);
  const base = {
    name,
    title: row?.title ?? name,
    critical: decides ? row.critical : false,
    journeys: decides ? row.journeys : [],
  };
  if (input.probing === 'off') {
    return {
      ...base,
      status: 'unknown',
      cause: 'probing-off',
      reason: `${name} is not asked: probing is off`,
      layers: [],
    };
  }
  const readings = readLayers(name, input);
  const layers = HEALTH_LAYERS.flatMap(layer =>
    readings[layer].map(reading => describeLayer(layer, reading)),
  );
  const [inside, ...more] = readings.inside;
  const combined = combineLayers(readings.outside[0], inside);
  if (!combined) {
    const why = whyUnseen(name, row, inside);
    return { ...base, status: 'unknown', ...why, layers };
  }
  const { status, cause, reason, since, state } = combined;
  const beside = status === 'maintenance' ? [] : more;
  return {
    ...base,
    status,
    cause,
    reason: [`${name} ${reason}`, ...beside.map(reasonBeside)].join('; '),
    since,
    lastResult: state.last,
    layers,
  };
}

/** The worst that each layer has against a service; of the inside all that is wrong, because one does not explain the other. */
function readLayers(
  name: string,
  input: ServiceInput,
): Record<HealthLayer, Reading[]> {
  const read = (layer: HealthLayer) =>
    worstFirst(
      input.checks
        .filter(
          check => check.service === name && layerOf(check.checkId) === layer,
        )
        .map(check => readCheck(check, input)),
    );
  const isWrong = ({ status }: Reading) =>
    status === 'down' || status === 'degraded';
  return {
    outside: read('outside').slice(0, 1),
    inside: read('inside').filter(
      (reading, index) => index === 0 || isWrong(reading),
    ),
  };
}

function whyUnseen(
  name: string,
  row: Gen3Service | undefined,
  inside: Reading | undefined,
): { cause: Cause; reason: string } {
  if (row && row.probes.length > 0) {
    return { cause: 'never-asked', reason: `${name} was not asked yet` };
  }
  if (!row) {
    return {
      cause: 'not-visible',
      reason: `${name} is not a service the portal knows`,
    };
  }
  const outside = `${name} cannot be seen from outside: ${
    row.whyNoProbe ?? 'it has no probe.'
  }`;
  return {
    cause: 'not-visible',
    reason: inside ? `${outside} It ${inside.reason}` : outside,
  };
}

function describeLayer(
  layer: HealthLayer,
  { status, cause, reason, since, state }: Reading,
): ServiceLayerHealth {
  return { layer, status, cause, reason, since, lastResult: state.last };
}

/** Whether anything can be said about the service from outside; one that cannot be seen decides nothing. */
export function isVisible(service: ServiceHealth): boolean {
  return service.cause !== 'not-visible';
}
