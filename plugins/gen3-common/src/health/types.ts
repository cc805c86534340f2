import { Gen3JourneyId } from '../services/types';

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

/** Why a check answered as it did; stable codes for filters and tests. @public */
export const CAUSES = [
  /** As expected. */
  'ok',
  /** Another status than a healthy answer has. */
  'http-status',
  /** Right status, wrong body: often the front end answering for a missing service. */
  'unexpected-body',
  /** A redirect where an answer was due. */
  'redirected',
  /** 401, 403 or 429: a firewall, allow-list or gate; says nothing about health. */
  'blocked',
  /** Answers and failures take turns. */
  'unsteady',
  /** No answer before the deadline. */
  'timeout',
  /** Connection refused or reset. */
  'unreachable',
  /** The name does not resolve. */
  'dns',
  /** TLS handshake failed or the certificate is not valid for the host. */
  'tls',
  /** Certificate ends soon. */
  'certificate-ends-soon',
  /** Certificate has ended. */
  'certificate-ended',
  /** fence's issuer is not `https://<hostname>/user`. */
  'wrong-issuer',
  /** Gen3's maintenance mode is on. */
  'maintenance',
  /** The portal refused to ask: private or link-local address, not allowed by config. */
  'refused-address',
  /** The answer was larger than the portal reads. */
  'too-large',
  /** The round was cancelled before this check ran. */
  'cancelled',
  /** Nothing was ever asked. */
  'never-asked',
  /** The last answer is older than three intervals. */
  'stale',
  /** Probing is switched off for this commons. */
  'probing-off',
  /** There is no anonymous way to ask this service from outside. */
  'not-visible',
] as const;

/** Why a check answered as it did. @public */
export type Cause = (typeof CAUSES)[number];

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
  /** Id, unique in a commons: `http:<service>`, `http:<service>:<probe>`, `tls`, `issuer`, `maintenance`. */
  checkId: string;
  /** Registry name of the service that was asked, when the check is about one. */
  service?: string;
  outcome: Outcome;
  cause: Cause;
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
  /** Absent when nothing was asked. */
  lastResult?: CheckResult;
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
