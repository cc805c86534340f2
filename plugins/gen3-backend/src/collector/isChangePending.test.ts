import {
  type CheckState,
  type Outcome,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isChangePending } from './isChangePending';

function stateAfter(outcomes: Outcome[], cause: Cause = 'blocked'): CheckState {
  const states: CheckState[] = [];
  for (const outcome of outcomes) {
    states.push(
      settle(states.at(-1), {
        checkId: 'http:fence',
        outcome,
        cause: outcome === 'unknown' ? cause : 'ok',
        reason: '',
        evidence: {},
        checkedAt: '2026-11-22T10:00:00.000Z',
      }),
    );
  }
  return states[states.length - 1];
}

describe('isChangePending', () => {
  it.each<[string, Outcome[], boolean]>([
    ['what is up and answers', ['up', 'up'], false],
    ['a first failure of all', ['down'], true],
    ['a failure of what is up', ['up', 'down'], true],
    ['one more, not enough yet', ['up', 'down', 'down'], true],
    ['the failure that settles it', ['up', 'down', 'down', 'down'], false],
    ['a blip that is over', ['up', 'down', 'up'], false],
    ['a first answer of what is down', ['down', 'down', 'down', 'up'], true],
    ['what could not be asked once', ['up', 'unknown'], true],
    ['what can never be asked', ['unknown', 'unknown'], false],
  ])('%s', (_label, outcomes, expected) => {
    expect(isChangePending(stateAfter(outcomes))).toBe(expected);
  });

  it.each<Cause>(['timeout', 'cancelled'])(
    'is not said of what the portal had no time for (%s)',
    cause => {
      expect(isChangePending(stateAfter(['up', 'unknown'], cause))).toBe(false);
    },
  );
});
