import {
  type Cause,
  type CheckResult,
  type CheckState,
  type CommonsHealth,
  rollUpCommons,
  type ServiceRegistry,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { HealthConfig } from '../config/readHealthConfig';
import { nextCheckAt } from './nextCheckAt';
import type { ClaimedCommons, SettledRound } from './RoundStore';
import { transitionsOf } from './transitionsOf';

/** Causes that mean that no contact with the host was made. */
const NO_CONTACT: readonly Cause[] = ['dns', 'unreachable', 'timeout'];

/**
 * Makes what a round writes from what it found: hysteresis, roll-up, transitions, next round. `isNews` tells whether
 * somebody who looks at the commons now sees something else than before.
 */
export function settleRound(options: {
  claimed: ClaimedCommons;
  /** Settled states of the rounds before. */
  states: CheckState[];
  results: CheckResult[];
  registry: ServiceRegistry;
  config: HealthConfig;
  now: number;
  random: () => number;
}): { round: Omit<SettledRound, 'leaseOwner'>; isNews: boolean } {
  const { claimed, results, config, now } = options;
  const states = settleStates(options);
  const after = { health: rollUp(options, states, now), checks: states };
  const before = pictureBefore(options);
  const transitions = transitionsOf(before, after);
  const { health } = after;
  const checkedAt = newestOf(results) ?? now;
  const goneRounds = isGone(results) ? claimed.goneRounds + 1 : 0;
  const isSameStatus =
    claimed.since !== undefined && claimed.status === health.status;
  return {
    round: {
      entityRef: claimed.target.entityRef,
      states,
      transitions,
      status: health.status,
      cause: health.cause,
      reason: health.headline,
      since: isSameStatus ? claimed.since ?? checkedAt : checkedAt,
      score: health.score?.value,
      journeys: Object.fromEntries(
        health.journeys.map(({ id, status }) => [id, status] as const),
      ),
      checkedAt,
      goneRounds,
      nextCheckAt: nextCheckAt({
        claimedAt: claimed.claimedAt,
        intervalMs: config.intervalMs,
        goneRounds,
        random: options.random,
      }),
      error: describeUnfinished(results, config),
    },
    isNews:
      transitions.length > 0 ||
      before?.health.score?.value !== health.score?.value ||
      before?.health.headline !== health.headline,
  };
}

/** Adds each result to the state of its check; states of checks that are no longer asked go. */
function settleStates(options: {
  states: CheckState[];
  results: CheckResult[];
  config: HealthConfig;
}): CheckState[] {
  const previous = new Map(options.states.map(state => [state.checkId, state]));
  return options.results.map(result =>
    settle(previous.get(result.checkId), result, options.config.hysteresis),
  );
}

/** The commons as it was at the end of its last round: then, so that a pause of the portal is no change. */
function pictureBefore(options: {
  claimed: ClaimedCommons;
  states: CheckState[];
  registry: ServiceRegistry;
  config: HealthConfig;
}) {
  const { claimed, states } = options;
  return claimed.checkedAt === undefined
    ? undefined
    : { health: rollUp(options, states, claimed.checkedAt), checks: states };
}

function rollUp(
  options: {
    claimed: ClaimedCommons;
    registry: ServiceRegistry;
    config: HealthConfig;
  },
  checks: CheckState[],
  now: number,
): CommonsHealth {
  const { target } = options.claimed;
  return rollUpCommons({
    hostname: target.hostname,
    probing: 'on',
    services: target.services,
    checks,
    registry: options.registry,
    now: new Date(now),
    intervalMs: options.config.intervalMs,
  });
}

function isGone(results: CheckResult[]): boolean {
  return (
    results.length > 0 &&
    results.every(result => NO_CONTACT.includes(result.cause))
  );
}

function newestOf(results: CheckResult[]): number | undefined {
  const times = results
    .filter(result => result.cause !== 'cancelled')
    .map(result => Date.parse(result.checkedAt));
  return times.length > 0 ? Math.max(...times) : undefined;
}

function describeUnfinished(
  results: CheckResult[],
  config: HealthConfig,
): string | undefined {
  const unfinished = results.filter(result => result.cause === 'cancelled');
  return unfinished.length > 0
    ? `The round ended at its deadline of ${config.roundTimeoutMs / 1000} s: ${
        unfinished.length
      } of ${results.length} checks were not asked`
    : undefined;
}
