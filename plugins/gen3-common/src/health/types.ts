import { Gen3JourneyId } from '../services/types';
import { Cause } from './causes';
import { HealthLayer } from './layers';

/** Answer of one check. "Could not ask" is `unknown`, never `down` and never `up`. @public */
export const OUTCOMES = ['up', 'degraded', 'down', 'unknown'] as const;

/** Answer of one check. @public */
export type Outcome = (typeof OUTCOMES)[number];

/** What a person is shown: an outcome, or `maintenance` when the operators announced it. @public */
export const HEALTH_STATUSES = [
  'down',
  'degraded',
  'unknown',
  'maintenance',
  'up',
] as const;

/** What a person is shown; {@link HEALTH_STATUSES} is in order of need for attention. @public */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** What was asked and what came back; bounded in size, free of secrets. @public */
export interface Evidence {
  /** URL without query and credentials. */
  url?: string;
  /** HTTP status of the answer. */
  httpStatus?: number;
  /** First 200 characters of the body, white space folded. */
  excerpt?: string;
  /** Message of the failure. */
  error?: string;
  /** Other facts, e.g. `validTo`, `issuer`. */
  details?: Record<string, string>;
}

/** Result of one check of one commons. @public */
export interface CheckResult {
  /**
   * Id, unique in a commons. Outside: `http:<service>`, `http:<service>:<probe>`, `tls`, `issuer`, `maintenance`; inside:
   * `inside:deployments:<service>`, `inside:jobs:<service>`.
   */
  checkId: string;
  /** Registry name of the service that was asked, when the check is about one. */
  service?: string;
  outcome: Outcome;
  cause: Cause;
  /** What else is wrong, where the check finds several things; the fleet is found by these, too. */
  furtherCauses?: Cause[];
  /** The reason as a clause that follows a subject: `answers 500`, `ends in 5 days`. */
  reason: string;
  evidence: Evidence;
  latencyMs?: number;
  /** ISO 8601 UTC. */
  checkedAt: string;
}

/** A check's status after hysteresis, as stored. @public */
export interface CheckState {
  checkId: string;
  service?: string;
  /** Settled outcome: what `failures in a row` and `successes in a row` made of the results. */
  outcome: Outcome;
  /** When the settled outcome began, ISO 8601 UTC. */
  since: string;
  /** Cause of the newest result that agrees with the settled outcome. */
  cause: Cause;
  /** Reason of the newest result that agrees with the settled outcome, a clause. */
  reason: string;
  /**
   * Good and bad results take turns, so that the check is degraded though no row of either is complete. States that were stored before there
   * was this have the cause `unsteady` instead.
   */
  unsteady?: boolean;
  /** `down` results in a row, up to now; an `unknown` one in between does not count and does not interrupt. */
  consecutiveFailures: number;
  /** `up` results in a row, up to now; an `unknown` one in between does not count and does not interrupt. */
  consecutiveSuccesses: number;
  /** `unknown` results in a row, up to now. */
  consecutiveUnknowns: number;
  /** The newest results other than `unknown`, newest last; as many as the policy needs. */
  recent: Outcome[];
  /** The newest result. */
  last: CheckResult;
}

/** How many results in a row change a check's outcome. @public */
export interface HysteresisPolicy {
  /** @defaultValue 3 */
  failuresToDown: number;
  /** @defaultValue 2 */
  successesToUp: number;
}

/** One line of a score's explanation. @public */
export interface ScoreReason {
  /** Negative points. */
  points: number;
  /** What cost them, as a clause: `log-in journey down`. */
  text: string;
}

/** 0 to 100, and why. @public */
export interface Score {
  value: number;
  reasons: ScoreReason[];
}

/** What one layer says of a service. @public */
export interface ServiceLayerHealth {
  layer: HealthLayer;
  status: HealthStatus;
  cause: Cause;
  /** Clause that follows the service's name: `answers 500 (4 of 4 checks)`, `has 2 of 2 pods ready`. */
  reason: string;
  since?: string;
  lastResult: CheckResult;
}

/** Health of one service of a commons. @public */
export interface ServiceHealth {
  name: string;
  title: string;
  critical: boolean;
  status: HealthStatus;
  cause: Cause;
  /** Sentence for people: `fence answers 500 (4 of 4 checks)`. */
  reason: string;
  since?: string;
  /** The result that decides; absent when nothing was asked. */
  lastResult?: CheckResult;
  /**
   * What each layer says that was asked, outside first; they may disagree. The inside speaks once for each thing that is wrong,
   * worst first.
   */
  layers: ServiceLayerHealth[];
  journeys: Gen3JourneyId[];
}

/** Health of one journey of a commons. @public */
export interface JourneyHealth {
  id: Gen3JourneyId;
  title: string;
  status: HealthStatus;
  /** Sentence for people: `Log-in is down: fence answers 500`. */
  reason: string;
  since?: string;
  /** Names of the services that make it so, worst first. */
  because: string[];
}

/** Health of a commons, computed from stored check states at read time. @public */
export interface CommonsHealth {
  status: HealthStatus;
  /** One sentence: what is wrong, worst first. */
  headline: string;
  cause: Cause;
  /** Who is affected; empty when nobody is. */
  affected: string;
  /** What to do next, one sentence; empty when nothing is to be done. */
  advice: string;
  since?: string;
  score?: Score;
  journeys: JourneyHealth[];
  services: ServiceHealth[];
  /** Newest result of any check for which something was asked. */
  checkedAt?: string;
  /** The newest result is older than three intervals. */
  stale: boolean;
}
