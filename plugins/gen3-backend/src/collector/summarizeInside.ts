import {
  type Cause,
  type CheckState,
  type HealthStatus,
  layerOf,
  rankOfStatus,
  readCheck,
  type Reading,
  type ReadingTime,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { causesOfReading } from './causesOfReading';

/** What the cluster says of a commons as a whole. */
export interface InsideSummary {
  status: HealthStatus;
  cause: Cause;
  /** All that it says, worst first, as the fleet is filtered by it: `crash-loop`, `job-late`, `job-late:usersync`. */
  causes: readonly string[];
}

/**
 * All that was found in the cluster and the worst of it; undefined for a commons that nobody looks into. What is not deployed there,
 * such as Argo CD, says nothing; what is and cannot be read, or was not asked for long, keeps the rest from being green.
 */
export function summarizeInside(
  states: CheckState[],
  context: {
    /** Whether its cluster and namespace are known. */
    isPlaced: boolean;
    registry: ServiceRegistry;
    time: ReadingTime;
  },
): InsideSummary | undefined {
  const { isPlaced, registry, time } = context;
  const inside = states
    .filter(({ checkId }) => layerOf(checkId) === 'inside')
    .map(state => readCheck(state, time));
  const [worst, ...others] = tellingOf(inside);
  if (worst) {
    const causes = [worst, ...others].flatMap(reading =>
      causesOfReading(reading, registry),
    );
    return {
      status: worst.status,
      cause: worst.cause,
      causes: [...new Set(causes)],
    };
  }
  if (inside.length > 0) return unknown('not-visible');
  return isPlaced ? unknown('never-asked') : undefined;
}

/** Those that say something, worst first; of equally bad ones in the order of the states. */
function tellingOf(readings: Reading[]): Reading[] {
  return readings
    .filter(({ cause }) => cause !== 'not-visible')
    .sort((a, b) => rankOfStatus(a.status) - rankOfStatus(b.status));
}

function unknown(cause: Cause): InsideSummary {
  return { status: 'unknown', cause, causes: [cause] };
}
