import { describeDuration } from './describeDuration';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { isVisible } from './readService';
import { Cause } from './causes';
import { CheckResult, ServiceHealth } from './types';

/** Causes that mean that no answer came at all: no contact, or none that may be spoken through. */
const NO_ANSWER: readonly Cause[] = [...NO_CONTACT_CAUSES, 'tls'];

/** What users see of a service: none when only the inside is known of it. */
function seeFromOutside(service: ServiceHealth) {
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
 * One sentence about the commons as a whole, when all visible services are in the same trouble for the same cause: it says
 * more than one about a single service. Undefined when they are not, or when there is only one.
 *
 * @param services - worst first.
 */
export function describeWhole(
  services: ServiceHealth[],
  options: { hostname: string; now: Date },
): string | undefined {
  const { hostname, now } = options;
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
  const { clause } = first;
  if (first.status === 'down') {
    return NO_ANSWER.includes(first.cause)
      ? `${hostname} ${clause}`
      : `Every service ${clause}`;
  }
  if (first.status !== 'unknown') return undefined;
  switch (first.cause) {
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
