import { CheckResult, CheckState, Outcome } from '../health/types';
import { settle } from '../health/settle';

/** When the rounds of tests begin. */
export const START = Date.parse('2026-11-22T10:00:00.000Z');

/** Time between two rounds in tests. */
export const INTERVAL_MS = 60_000;

const FACTS: Record<Outcome, Pick<CheckResult, 'cause' | 'reason'>> = {
  up: { cause: 'ok', reason: 'answers as expected' },
  degraded: {
    cause: 'unexpected-body',
    reason: 'answers 200 with no JSON object',
  },
  down: { cause: 'http-status', reason: 'answers 500' },
  unknown: { cause: 'blocked', reason: 'does not let us ask (403)' },
};

/** A result of the round with that number. */
export function resultOf(
  outcome: Outcome,
  options: Partial<CheckResult> & { round?: number } = {},
): CheckResult {
  const { round = 0, ...overrides } = options;
  return {
    checkId: overrides.service ? `http:${overrides.service}` : 'http:fence',
    outcome,
    ...FACTS[outcome],
    evidence: {},
    checkedAt: new Date(START + round * INTERVAL_MS).toISOString(),
    ...overrides,
  };
}

/** State of a check after results with these outcomes, one a round, the first at {@link START}. */
export function stateAfter(
  outcomes: Outcome[],
  overrides: Partial<CheckResult> = {},
): CheckState {
  const state = outcomes.reduce<CheckState | undefined>(
    (previous, outcome, round) =>
      settle(previous, resultOf(outcome, { ...overrides, round })),
    undefined,
  );
  if (!state) throw new Error('A state needs at least one result');
  return state;
}

/** State of a service's check that settled on an outcome by three equal results. */
export function serviceState(
  service: string,
  outcome: Outcome,
  overrides: Partial<CheckResult> = {},
): CheckState {
  return stateAfter([outcome, outcome, outcome], { service, ...overrides });
}

/** The moment after three rounds. */
export const AFTER_THREE_ROUNDS = new Date(START + 2 * INTERVAL_MS + 5_000);
