import {
  type CheckResult,
  type CheckState,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeChecks } from './describeChecks';

const START = Date.parse('2026-11-22T10:00:00.000Z');
const INTERVAL_MS = 60_000;

const IS_OFF = { outcome: 'up', cause: 'ok', reason: 'is off' } as const;
const IS_ON = {
  outcome: 'degraded',
  cause: 'maintenance',
  reason: 'is switched on',
} as const;
const NAMES_NONE = {
  outcome: 'degraded',
  cause: 'unexpected-body',
  reason: 'cannot be seen: the answer names none',
} as const;

/** What is known of a check after these answers, one a minute. */
function stateAfter(
  checkId: string,
  ...answers: Array<Pick<CheckResult, 'outcome' | 'cause' | 'reason'>>
): CheckState {
  const [first, ...others] = answers.map((answer, minute) => ({
    checkId,
    evidence: {},
    checkedAt: new Date(START + minute * INTERVAL_MS).toISOString(),
    ...answer,
  }));
  return others.reduce(
    (state, result) => settle(state, result),
    settle(undefined, first),
  );
}

const describeAt = (minute: number, ...states: CheckState[]) =>
  describeChecks(states, {
    now: new Date(START + minute * INTERVAL_MS),
    intervalMs: INTERVAL_MS,
  });

describe('describeChecks', () => {
  it('calls no check degraded for one answer, and keeps that answer', () => {
    // The card showed "Issuer degraded" beside a commons that was up with 100 points.
    const [issuer] = describeAt(
      1,
      stateAfter('issuer', { ...IS_OFF, reason: 'is as expected' }, NAMES_NONE),
    );
    expect(issuer).toMatchObject({
      status: 'up',
      statusReason: 'is as expected',
      ...NAMES_NONE,
    });
  });

  it.each([
    ['when it is seen', [IS_OFF, IS_ON]],
    ['until it has ended for sure', [IS_ON, IS_ON, IS_ON, IS_OFF]],
  ])('shows maintenance %s, in the words of its check', (_label, answers) => {
    const state = stateAfter('maintenance', ...answers);
    expect(describeAt(answers.length, state)).toMatchObject([
      { status: 'maintenance', statusReason: 'is switched on' },
    ]);
  });

  it.each([
    ['too old', 14, 'was last asked 14 min ago'],
    [
      'from a clock that was set back since',
      -14,
      'was last asked 14 min from now: a clock was set back',
    ],
  ])('does not believe an answer that is %s', (_label, minute, reason) => {
    expect(describeAt(minute, stateAfter('issuer', IS_OFF))).toMatchObject([
      { status: 'unknown', statusReason: reason },
    ]);
  });

  it('leaves out what is about one service', () => {
    const fence = { ...stateAfter('http:fence', IS_OFF), service: 'fence' };
    expect(describeAt(0, fence)).toEqual([]);
  });
});
