import { describeDuration } from './describeDuration';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { isVisible } from './readSubjects';
import { Cause, ServiceHealth } from './types';

/** Causes that mean that no answer came at all: no contact, or none that may be spoken through. */
const NO_ANSWER: readonly Cause[] = [...NO_CONTACT_CAUSES, 'tls'];

function newestAge(services: ServiceHealth[], now: Date): number {
  const times = services.map(service =>
    service.lastResult ? Date.parse(service.lastResult.checkedAt) : 0,
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
  const [first, ...others] = visible;
  const isUniform =
    others.length > 0 &&
    others.every(
      ({ status, cause }) => status === first.status && cause === first.cause,
    );
  if (!isUniform) return undefined;
  // A service's reason is its name and a clause, which is as true of the others.
  const clause = first.reason.slice(first.name.length + 1);
  if (first.status === 'down') {
    return NO_ANSWER.includes(first.cause)
      ? `${hostname} ${clause}`
      : `Every service ${clause}`;
  }
  if (first.status !== 'unknown') return undefined;
  switch (first.cause) {
    case 'stale': {
      const age = newestAge(visible, now);
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
