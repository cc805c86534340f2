import fc from 'fast-check';
import {
  INTERVAL_MS,
  resultOf,
  START,
  stateAfter,
} from '../testing/checkStates';
import { readCheck } from './readCheck';
import { DEFAULT_HYSTERESIS, settle } from './settle';
import { CheckResult, CheckState, Outcome, OUTCOMES } from './types';

const outcomes = fc.array(fc.constantFrom(...OUTCOMES), {
  minLength: 1,
  maxLength: 40,
});

function statesAfter(results: Outcome[]): CheckState[] {
  const states: CheckState[] = [];
  results.forEach((outcome, round) => {
    states.push(settle(states.at(-1), resultOf(outcome, { round })));
  });
  return states;
}

describe('settle', () => {
  it('counts an answer of a cluster once, however often it is seen', () => {
    const inside = (minute: number, outcome: Outcome) => ({
      ...resultOf(outcome),
      checkId: 'inside:nodes',
      checkedAt: `2026-11-28T10:0${minute}:00.000Z`,
    });
    const first = settle(undefined, inside(0, 'up'));
    const failed = settle(first, inside(1, 'degraded'));
    expect(
      settle(settle(failed, inside(1, 'degraded')), inside(1, 'degraded')),
    ).toBe(failed);
    const again = settle(
      settle(failed, inside(2, 'degraded')),
      inside(3, 'degraded'),
    );
    expect(again.outcome).toBe('degraded');
  });

  it.each<[string, Outcome[], Outcome]>([
    ['a first success counts at once', ['up'], 'up'],
    ['a first degraded answer counts at once', ['degraded'], 'degraded'],
    ['a first failure has to repeat itself', ['down'], 'unknown'],
    ['two first failures are not enough', ['down', 'down'], 'unknown'],
    ['three first failures are', ['down', 'down', 'down'], 'down'],
    ['one failure changes nothing', ['up', 'up', 'down'], 'up'],
    ['two failures change nothing', ['up', 'down', 'down'], 'up'],
    ['three failures in a row do', ['up', 'down', 'down', 'down'], 'down'],
    [
      'a success in between starts anew',
      ['up', 'down', 'down', 'up', 'down'],
      'up',
    ],
    [
      'one success does not bring it back',
      ['up', 'down', 'down', 'down', 'up'],
      'down',
    ],
    ['two do', ['up', 'down', 'down', 'down', 'up', 'up'], 'up'],
    [
      'a mixture of failures is the mildest',
      ['up', 'degraded', 'down', 'degraded'],
      'degraded',
    ],
    [
      'degraded and one down stays degraded',
      ['degraded', 'degraded', 'degraded', 'down'],
      'degraded',
    ],
    [
      'degraded answers bring it back from down',
      ['down', 'down', 'down', 'degraded', 'up'],
      'degraded',
    ],
    [
      'one question that was not asked changes nothing',
      ['up', 'unknown'],
      'up',
    ],
    [
      'it does not interrupt a row',
      ['up', 'down', 'unknown', 'down', 'down'],
      'down',
    ],
    ['nor does it count as a failure', ['up', 'down', 'unknown', 'down'], 'up'],
    [
      'three in a row and nothing is known',
      ['up', 'unknown', 'unknown', 'unknown'],
      'unknown',
    ],
    [
      'also of what was down',
      ['down', 'down', 'down', 'unknown', 'unknown', 'unknown'],
      'unknown',
    ],
    [
      'what was seen before a gap is forgotten',
      ['up', 'unknown', 'unknown', 'unknown', 'up'],
      'unknown',
    ],
    [
      'after a gap it comes back as from down',
      ['up', 'unknown', 'unknown', 'unknown', 'up', 'up'],
      'up',
    ],
    [
      'answering every other time is not up',
      ['up', 'down', 'up', 'down', 'up', 'down'],
      'degraded',
    ],
    [
      'nor unknown when it began like that',
      ['down', 'up', 'down', 'up', 'down'],
      'degraded',
    ],
    [
      'two blips are not that',
      ['up', 'down', 'up', 'down', 'up', 'up', 'up', 'down'],
      'up',
    ],
    [
      'two successes end it',
      ['down', 'up', 'down', 'up', 'down', 'up', 'up'],
      'up',
    ],
    [
      'three failures end it too',
      ['down', 'up', 'down', 'up', 'down', 'down', 'down'],
      'down',
    ],
  ])('%s', (_label, results, expected) => {
    expect(stateAfter(results).outcome).toBe(expected);
  });

  it('keeps the cause and reason of the settled outcome while it is not confirmed that it changed', () => {
    const state = stateAfter(['down', 'down', 'down', 'up']);
    expect(state).toMatchObject({
      outcome: 'down',
      cause: 'http-status',
      reason: 'answers 500',
      consecutiveFailures: 0,
      consecutiveSuccesses: 1,
      last: { outcome: 'up' },
    });
  });

  it('says how often an unsteady check failed, and keeps saying so while it answers once', () => {
    const unsteady: Outcome[] = ['up', 'down', 'up', 'down', 'up', 'down'];
    const said = {
      outcome: 'degraded',
      cause: 'unsteady',
      reason:
        'answers only now and then: 3 of the last 6 checks failed (the newest one answers 500)',
    };
    expect(stateAfter(unsteady)).toMatchObject(said);
    expect(stateAfter([...unsteady, 'up'])).toMatchObject(said);
  });

  it('keeps what was found inside when it comes and goes, as a crash loop does', () => {
    // It said "answers only now and then" of pods, jobs and Argo CD, and hid the crash loop.
    const state = stateAfter(['up', 'down', 'up', 'down', 'up', 'down'], {
      checkId: 'inside:deployments:fence',
      cause: 'crash-loop',
      reason: 'has 0 of 1 pods ready: fence-1 crash-loops',
    });
    expect(state).toMatchObject({
      outcome: 'degraded',
      cause: 'crash-loop',
      reason:
        'has 0 of 1 pods ready: fence-1 crash-loops (in 3 of the last 6 checks)',
    });
  });

  describe('of a check of the inside that comes and goes', () => {
    const checkId = 'inside:deployments:fence';
    const FOUND: Record<string, Partial<CheckResult>> = {
      well: { cause: 'ok', reason: 'has 1 of 1 pods ready' },
      crash: { cause: 'crash-loop', reason: 'fence-1 crash-loops' },
      pull: { cause: 'image-pull', reason: 'fence-2 cannot pull its image' },
    };
    const rounds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const resultOfRound = (round: number) => {
      const bad = round > 5 ? FOUND.pull : FOUND.crash;
      return resultOf(round % 2 > 0 ? 'down' : 'up', {
        ...(round % 2 > 0 ? bad : FOUND.well),
        checkId,
        round,
      });
    };
    const told = (first: CheckState | undefined) => {
      let state = first;
      return rounds.map(round => {
        state = settle(state, resultOfRound(round));
        const now = new Date(state.last.checkedAt);
        const { status, cause, reason } = readCheck(state, {
          now,
          intervalMs: INTERVAL_MS,
        });
        return { status, cause, reason };
      });
    };

    it('tells what it found last in every round, and how often', () => {
      // From the sixth round on it said every other time that the newest failure was not confirmed, and its cause stayed the first one.
      const crash = {
        status: 'degraded',
        cause: 'crash-loop',
        reason: 'fence-1 crash-loops (in 3 of the last 5 checks)',
      };
      const pull = {
        status: 'degraded',
        cause: 'image-pull',
        reason: 'fence-2 cannot pull its image (in 3 of the last 6 checks)',
      };
      expect(told(undefined).slice(4)).toEqual([
        crash,
        crash,
        pull,
        pull,
        pull,
        pull,
      ]);
    });

    it('goes on where a state was stored that has only the cause "unsteady"', () => {
      const { unsteady: _, ...stored } = stateAfter(
        ['up', 'down', 'up', 'down', 'up', 'down', 'up'],
        { checkId },
      );
      const [next] = told({ ...stored, cause: 'unsteady' });
      expect(next).toMatchObject({
        status: 'degraded',
        cause: 'crash-loop',
        reason: 'fence-1 crash-loops (in 3 of the last 6 checks)',
      });
    });

    it('is no longer so after a row of failures, however mild', () => {
      const mild = stateAfter(
        ['up', 'down', 'up', 'down', 'up', 'down', 'degraded', 'degraded'],
        { checkId },
      );
      expect(mild).toMatchObject({ outcome: 'degraded', unsteady: undefined });
    });
  });

  it('is unsteady only after as many failures, in that many turns, as the policy asks for', () => {
    fc.assert(
      fc.property(outcomes, results => {
        const hasty = statesAfter(results).filter(
          state =>
            state.cause === 'unsteady' &&
            // What comes after the failure that made it so may push older failures out of the window.
            ['down', 'degraded'].includes(state.last.outcome) &&
            state.recent.filter(each => each !== 'up').length <
              DEFAULT_HYSTERESIS.failuresToDown,
        );
        expect(hasty).toEqual([]);
      }),
    );
  });

  it('dates an outcome from the result that settled it', () => {
    const state = stateAfter(['up', 'down', 'down', 'down', 'down']);
    expect(Date.parse(state.since)).toBe(START + 3 * 60_000);
    expect(state.consecutiveFailures).toBe(4);
  });

  it('obeys another policy', () => {
    const policy = { failuresToDown: 1, successesToUp: 3 };
    const down = settle(undefined, resultOf('down'), policy);
    expect(down.outcome).toBe('down');
    const twice = [1, 2].reduce(
      (state, round) => settle(state, resultOf('up', { round }), policy),
      down,
    );
    expect(twice.outcome).toBe('down');
    expect(settle(twice, resultOf('up', { round: 3 }), policy).outcome).toBe(
      'up',
    );
  });

  describe('after a pause', () => {
    const policy = { ...DEFAULT_HYSTERESIS, intervalMs: INTERVAL_MS };

    /*
     * The portal was off for a day; what was up before and answered 500 now stayed up, with a fresh result that made it look
     * confirmed.
     */
    it.each<[string, Outcome[], Outcome, Outcome]>([
      ['one failure leaves nothing up', ['up', 'up', 'up'], 'down', 'unknown'],
      ['a good answer is a first one', ['down', 'down', 'down'], 'up', 'up'],
      [
        'failures before it are no row with those after it',
        ['up', 'down', 'down'],
        'down',
        'unknown',
      ],
    ])('%s', (_label, results, next, expected) => {
      const round = results.length + 9;
      const state = settle(
        stateAfter(results),
        resultOf(next, { round }),
        policy,
      );
      expect(state.outcome).toBe(expected);
      expect(state.since).toBe(resultOf(next, { round }).checkedAt);
    });

    it('begins anew exactly when the state before is stale, whether old or from a clock that was set back', () => {
      fc.assert(
        fc.property(
          outcomes,
          fc.constantFrom(...OUTCOMES),
          fc.integer({ min: -20, max: 20 }),
          (results, next, pause) => {
            const before = stateAfter(results);
            const result = resultOf(next, {
              round: results.length - 1 + pause,
            });
            const isForgotten = pause > 3 || pause < -1;
            expect(settle(before, result, policy)).toEqual(
              settle(isForgotten ? undefined : before, result),
            );
          },
        ),
      );
    });
  });

  it('never goes down on fewer failures, nor up on fewer successes, than the policy asks for', () => {
    fc.assert(
      fc.property(outcomes, results => {
        const states = statesAfter(results);
        const hasty = states.slice(1).filter((state, index) => {
          const proof: Record<Outcome, boolean> = {
            up: state.consecutiveSuccesses >= 2,
            down: state.consecutiveFailures >= 3,
            unknown: state.consecutiveUnknowns >= 3,
            degraded:
              state.recent.slice(-2).every(each => each !== 'down') ||
              state.recent.slice(-3).every(each => each !== 'up') ||
              state.cause === 'unsteady',
          };
          return (
            state.outcome !== states[index].outcome && !proof[state.outcome]
          );
        });
        expect(hasty).toEqual([]);
      }),
    );
  });

  it('never makes a commons up, or down, by not asking it', () => {
    fc.assert(
      fc.property(outcomes, results => {
        const before = stateAfter(results);
        const after = settle(
          before,
          resultOf('unknown', { round: results.length }),
        );
        expect([before.outcome, 'unknown']).toContain(after.outcome);
      }),
    );
  });

  it('is unknown whenever the last three questions could not be asked', () => {
    fc.assert(
      fc.property(outcomes, results => {
        expect(
          stateAfter([...results, 'unknown', 'unknown', 'unknown']).outcome,
        ).toBe('unknown');
      }),
    );
  });

  it('settles on any outcome that lasts, and stays there', () => {
    fc.assert(
      fc.property(
        outcomes,
        fc.constantFrom(...OUTCOMES),
        (results, lasting) => {
          expect(
            stateAfter([...results, lasting, lasting, lasting]).outcome,
          ).toBe(lasting);
        },
      ),
    );
  });

  it('is never better for a worse newest result', () => {
    const order: Outcome[] = ['up', 'degraded', 'down'];
    const rank = { up: 0, unknown: 1, degraded: 2, down: 3 };
    fc.assert(
      fc.property(outcomes, results => {
        const before = stateAfter(results);
        const [up, degraded, down] = order.map(
          outcome =>
            rank[settle(before, resultOf(outcome, { round: 99 })).outcome],
        );
        // An unknown outcome can only be left by results that agree, so it may stay where a better one would not.
        expect(before.outcome === 'unknown' || up <= degraded).toBe(true);
        expect(before.outcome === 'unknown' || degraded <= down).toBe(true);
      }),
    );
  });

  it('remembers no more than the policy needs', () => {
    fc.assert(
      fc.property(outcomes, results => {
        expect(stateAfter(results).recent.length).toBeLessThanOrEqual(
          2 * DEFAULT_HYSTERESIS.failuresToDown,
        );
      }),
    );
  });
});
