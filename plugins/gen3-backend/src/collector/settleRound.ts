import {
  type CheckResult,
  type CheckState,
  type CommonsHealth,
  layerOf,
  newestAsked,
  rollUpCommons,
  type ServiceRegistry,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { HealthConfig } from '../config/readHealthConfig';
import { countGoneRounds } from './countGoneRounds';
import { isChangePending } from './isChangePending';
import { isNews } from './isNews';
import { isConfirmation, nextRound } from './nextRound';
import type { ClaimedCommons, SettledRound } from './RoundStore';
import type { Picture } from './subjectsOf';
import { summarizeInside } from './summarizeInside';
import { transitionsOf } from './transitionsOf';

/**
 * Makes what a round writes from what it found: hysteresis, roll-up, transitions, next round. `isNews` tells whether
 * somebody who looks at the commons has to be told.
 *
 * What the round had no time for keeps its state and grows old, and so does, in a round that confirms, all that it was not
 * to ask. A round that asked nothing at all leaves the picture as it was.
 */
export function settleRound(options: {
  claimed: ClaimedCommons;
  /** Settled states of the rounds before. */
  states: CheckState[];
  /** One of each check that the round was to ask. */
  results: CheckResult[];
  registry: ServiceRegistry;
  config: HealthConfig;
  now: number;
}): { round: Omit<SettledRound, 'leaseOwner'>; isNews: boolean } {
  const { claimed, config, now } = options;
  const results = options.results.filter(({ cause }) => cause !== 'cancelled');
  const settled = settleResults({ ...options, results });
  const states = [...keptStates(options, settled), ...settled];
  const checkedAt = checkedAtOf(results);
  const at = settled.length > 0 ? now : claimed.checkedAt ?? now;
  const settledAt = checkedAt ?? at;
  const after = { health: rollUp(options, states, at), checks: states };
  const before = pictureBefore(options);
  const { health } = after;
  const goneRounds = countGoneRounds(claimed, results);
  const error = describeUnfinished(claimed, options.results, config);
  return {
    round: {
      entityRef: claimed.target.entityRef,
      states,
      transitions: settled.length > 0 ? transitionsOf(before, after) : [],
      status: health.status,
      cause: health.cause,
      reason: health.headline,
      inside: summarizeInside(states, {
        isPlaced: claimed.target.kubernetes !== undefined,
        registry: options.registry,
        time: { now: new Date(at), intervalMs: config.intervalMs },
      }),
      since: sinceOf(claimed, health, settledAt),
      score: health.score?.value,
      journeys: Object.fromEntries(
        health.journeys.map(({ id, status }) => [id, status] as const),
      ),
      settledAt,
      checkedAt: checkedAt ?? claimed.checkedAt,
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

/** The states that the round leaves as they are: of checks that it did not come to, or was not to ask. */
function keptStates(
  options: {
    claimed: ClaimedCommons;
    states: CheckState[];
    results: CheckResult[];
  },
  settled: CheckState[],
): CheckState[] {
  const planned = new Set(options.results.map(({ checkId }) => checkId));
  const replaced = new Set(settled.map(({ checkId }) => checkId));
  // A round that asks everything knows all checks that there are: states of others are of services that are gone.
  const exists = ({ checkId }: CheckState) =>
    isConfirmation(options.claimed) || planned.has(checkId);
  return options.states.filter(
    state => exists(state) && !replaced.has(state.checkId),
  );
}

function sinceOf(
  claimed: ClaimedCommons,
  health: CommonsHealth,
  settledAt: number,
): number {
  return claimed.since !== undefined && claimed.status === health.status
    ? // A clock that was set back leaves a beginning that is not there yet.
      Math.min(claimed.since, settledAt)
    : settledAt;
}

/** The commons as it was at the end of its last round: then, so that a pause of the portal is no change. */
function pictureBefore(options: {
  claimed: ClaimedCommons;
  states: CheckState[];
  registry: ServiceRegistry;
  config: HealthConfig;
  now: number;
}): Picture | undefined {
  const { claimed, states, now } = options;
  const at = claimed.checkedAt ?? now;
  return states.length === 0
    ? undefined
    : { health: rollUp(options, states, at), checks: states };
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
    frontendRoot: target.frontendRoot,
    checks,
    registry: options.registry,
    now: new Date(now),
    intervalMs: options.config.intervalMs,
  });
}

/** When users' own view was last asked; the inside has an age of its own. */
function checkedAtOf(results: CheckResult[]): number | undefined {
  const newest = newestAsked(
    results.filter(({ checkId }) => layerOf(checkId) === 'outside'),
  );
  return newest === undefined ? undefined : Date.parse(newest);
}

/** Rounds that confirm owe nobody an answer: what they do not come to, the next one that asks everything does. */
function describeUnfinished(
  claimed: ClaimedCommons,
  results: CheckResult[],
  config: HealthConfig,
): string | undefined {
  const unfinished = results.filter(({ cause }) => cause === 'cancelled');
  return unfinished.length > 0 && !isConfirmation(claimed)
    ? `${unfinished.length} of ${results.length} checks had no turn in the ${
        config.roundTimeoutMs / 1000
      } s of the round`
    : undefined;
}
