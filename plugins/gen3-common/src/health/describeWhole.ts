import { describeDuration } from './describeDuration';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { isVisible } from './readService';
import { Cause } from './causes';
import { CheckResult, HealthStatus, ServiceHealth } from './types';

/** What all visible services are in alike. */
export interface Whole {
  status: HealthStatus;
  /** Sentence without a full stop. */
  headline: string;
  /** What users get of each, whatever its pods have. */
  cause: Cause;
}

/** Causes that mean that no answer came at all: no contact, or none that may be spoken through. */
const NO_ANSWER: readonly Cause[] = [...NO_CONTACT_CAUSES, 'tls'];

/** What users see of a service; `clause` follows the name of any. */
type Sight = Pick<ServiceHealth, 'status' | 'cause' | 'lastResult'> & {
  clause: string;
};

/** None when only the inside is known of it. */
function seeFromOutside(service: ServiceHealth): Sight[] {
  const { layers, status, cause, reason, name, lastResult } = service;
  // A service's reason is its name and a clause, which is as true of the others.
  const whole = {
    status,
    cause,
    clause: reason.slice(name.length + 1),
    lastResult,
  };
  if (layers.length === 0) return [whole];
  // Each inside has its own story, so it is left out of what is said of all.
  return layers
    .filter(({ layer }) => layer === 'outside')
    .map(outside => ({ ...outside, clause: outside.reason }));
}

function hasTwoLayers({ layers }: ServiceHealth): boolean {
  return new Set(layers.map(({ layer }) => layer)).size > 1;
}

function newestAge(results: Array<CheckResult | undefined>, now: Date): number {
  const times = results.map(result =>
    result ? Date.parse(result.checkedAt) : 0,
  );
  return now.getTime() - Math.max(...times);
}

/**
 * The commons as a whole, when all visible services are in the same trouble for the same cause: it says more than one about a single
 * service. Undefined when they are not, or when there is only one.
 *
 * @param services - worst first.
 */
export function describeWhole(
  services: ServiceHealth[],
  options: { hostname: string; now: Date },
): Whole | undefined {
  const visible = services.filter(isVisible);
  const sights = visible.flatMap(seeFromOutside);
  const [first, ...others] = sights;
  const isUniform =
    others.length > 0 &&
    others.every(
      ({ status, cause }) => status === first.status && cause === first.cause,
    );
  // What pods make of a service is another story.
  const isAllThereIs = visible.every(
    service => !hasTwoLayers(service) || service.status === first.status,
  );
  if (!isUniform || !isAllThereIs) return undefined;
  const headline = describeSight(first, sights, options);
  const { status, cause } = first;
  return headline === undefined ? undefined : { status, headline, cause };
}

/** Undefined where being alike tells nothing more than each service does. */
function describeSight(
  { status, cause, clause }: Sight,
  sights: Sight[],
  { hostname, now }: { hostname: string; now: Date },
): string | undefined {
  if (status === 'down') {
    return NO_ANSWER.includes(cause)
      ? `${hostname} ${clause}`
      : `Every service ${clause}`;
  }
  if (status !== 'unknown') return undefined;
  switch (cause) {
    case 'stale': {
      const age = newestAge(
        sights.map(({ lastResult }) => lastResult),
        now,
      );
      return age < 0
        ? 'No answer recorded since a clock was set back'
        : `No answer recorded for ${describeDuration(age)}`;
    }
    case 'never-asked':
      return 'Not asked yet';
    default:
      return `${hostname} ${clause}`;
  }
}
