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
import { isChangePending } from './isChangePending';
import { isNews } from './isNews';
import { isConfirmation, nextRound } from './nextRound';
import type { ClaimedCommons, SettledRound } from './RoundStore';
import type { Picture } from './subjectsOf';
import { transitionsOf } from './transitionsOf';

/** Causes that mean that no contact with the host was made. */
const NO_CONTACT: readonly Cause[] = ['dns', 'unreachable', 'timeout'];

/**
 * Makes what a round writes from what it found: hysteresis, roll-up, transitions, next round. `isNews` tells whether
 * somebody who looks at the commons has to be told. A round that confirms leaves the states of all other checks as they
 * are, and also of those that it had no time for.
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
  const { claimed, config, now } = options;
  const results = isConfirmation(claimed)
    ? options.results.filter(result => result.cause !== 'cancelled')
    : options.results;
  const settled = settleResults({ ...options, results });
  const states = isConfirmation(claimed)
    ? replaceStates(options.states, settled)
    : settled;
  const after = { health: rollUp(options, states, now), checks: states };
  const before = pictureBefore(options);
  const { health } = after;
  const checkedAt = newestOf(results) ?? checkedBefore(claimed) ?? now;
  const goneRounds = countGoneRounds(claimed, results);
  const error = describeUnfinished(results, config);
  const isSameStatus =
    claimed.since !== undefined && claimed.status === health.status;
  return {
    round: {
      entityRef: claimed.target.entityRef,
      states,
      transitions: transitionsOf(before, after),
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
      plannedCheckAt: claimed.regularCheckAt,
      ...nextRound({
        ...options,
        goneRounds,
        // A round that did not even end in time is not repeated early.
        isPending: error === undefined && settled.some(isChangePending),
      }),
      error,
    },
    isNews: isNews(before, after),
  };
}

/** Adds each result to the state of its check; states of checks that were not asked are not among them. */
function settleResults(options: {
  states: CheckState[];
  results: CheckResult[];
  config: HealthConfig;
}): CheckState[] {
  const { states, results, config } = options;
  const previous = new Map(states.map(state => [state.checkId, state]));
  const policy = { ...config.hysteresis, intervalMs: config.intervalMs };
  return results.map(result =>
    settle(previous.get(result.checkId), result, policy),
  );
}

function replaceStates(states: CheckState[], by: CheckState[]): CheckState[] {
  const replaced = new Set(by.map(state => state.checkId));
  return [...states.filter(({ checkId }) => !replaced.has(checkId)), ...by];
}

/** A round that confirmed nothing after all makes nothing look newer than it is. */
function checkedBefore(claimed: ClaimedCommons): number | undefined {
  return isConfirmation(claimed) ? claimed.checkedAt : undefined;
}

/** The commons as it was at the end of its last round: then, so that a pause of the portal is no change. */
function pictureBefore(options: {
  claimed: ClaimedCommons;
  states: CheckState[];
  registry: ServiceRegistry;
  config: HealthConfig;
}): Picture | undefined {
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

/** Only rounds that ask everything tell whether a host is gone, and only they count. */
function countGoneRounds(
  claimed: ClaimedCommons,
  results: CheckResult[],
): number {
  if (isConfirmation(claimed)) {
    return claimed.goneRounds;
  }
  const isGone =
    results.length > 0 &&
    results.every(result => NO_CONTACT.includes(result.cause));
  return isGone ? claimed.goneRounds + 1 : 0;
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
