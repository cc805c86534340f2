import fc from 'fast-check';
import { createServiceRegistry } from '../services/createServiceRegistry';
import {
  AFTER_THREE_ROUNDS,
  INTERVAL_MS,
  serviceState,
  stateAfter,
} from '../testing/checkStates';
import { rollUpCommons } from './rollUpCommons';
import { rankOfStatus } from './statusOrder';
import { CheckState, CommonsHealth, Outcome } from './types';

const registry = createServiceRegistry();
const NAMES = registry.all().map(({ name }) => name);

/** From best to worst, as the order of attention has it. */
const OUTCOMES_IN_ORDER: Outcome[] = ['up', 'unknown', 'degraded', 'down'];

const outcome = fc.constantFrom(...OUTCOMES_IN_ORDER);

/** A commons with any services, whose checks settled on anything. */
const commons = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 20 })
  .chain(services =>
    fc.record({
      services: fc.constant(services),
      outcomes: fc.array(outcome, {
        minLength: services.length,
        maxLength: services.length,
      }),
      tls: fc.option(outcome),
      issuer: fc.option(outcome),
    }),
  );

type Commons = typeof commons extends fc.Arbitrary<infer T> ? T : never;

function checksOf({ services, outcomes, tls, issuer }: Commons): CheckState[] {
  const whole = (checkId: string, settled: Outcome | null) =>
    settled ? [stateAfter([settled, settled, settled], { checkId })] : [];
  return [
    ...services.flatMap((name, index) =>
      registry.get(name)?.probes.length
        ? [serviceState(name, outcomes[index])]
        : [],
    ),
    ...whole('tls', tls),
    ...whole('issuer', issuer),
  ];
}

function rollUp(
  services: string[],
  checks: CheckState[],
  now = AFTER_THREE_ROUNDS,
) {
  return rollUpCommons({
    hostname: 'heart.example',
    probing: 'on',
    services,
    checks,
    registry,
    now,
    intervalMs: INTERVAL_MS,
  });
}

const health = (input: Commons) => rollUp(input.services, checksOf(input));

/** Where nothing is known there is no score to compare with. */
function losesNoLess(before: CommonsHealth, after: CommonsHealth): boolean {
  return (
    !before.score || !after.score || after.score.value <= before.score.value
  );
}

describe('the health of any commons', () => {
  it('has a score from 0 to 100 that is 100 and the sum of its reasons', () => {
    fc.assert(
      fc.property(commons, input => {
        const { score } = health(input);
        const { value, reasons } = score ?? { value: 100, reasons: [] };
        const lost = reasons.reduce((sum, { points }) => sum + points, 0);
        expect(value).toBe(100 + lost);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(value)).toBe(true);
        expect(reasons.every(({ points }) => points < 0)).toBe(true);
      }),
    );
  });

  it('has a score that fits its status', () => {
    // metadata down made the commons down with a score of 85; one that blocked every question scored 77.
    fc.assert(
      fc.property(commons, input => {
        const { status, score, services } = health(input);
        const isKnown = services.some(service => service.status !== 'unknown');
        expect(score !== undefined).toBe(isKnown);
        const value = score?.value ?? 0;
        expect(status === 'up').toBe(value === 100);
        expect(status === 'down' ? value <= 50 : true).toBe(true);
      }),
    );
  });

  it('gets no better, in status or score, when the outcome of a check gets worse', () => {
    fc.assert(
      fc.property(commons, fc.nat(), outcome, (input, pick, other) => {
        const index = pick % input.services.length;
        const [better, worse] = [input.outcomes[index], other].sort(
          (a, b) => OUTCOMES_IN_ORDER.indexOf(a) - OUTCOMES_IN_ORDER.indexOf(b),
        );
        const withOutcome = (value: Outcome) =>
          health({
            ...input,
            outcomes: input.outcomes.map((each, i) =>
              i === index ? value : each,
            ),
          });
        const [before, after] = [withOutcome(better), withOutcome(worse)];
        expect(rankOfStatus(after.status)).toBeLessThanOrEqual(
          rankOfStatus(before.status),
        );
        expect(losesNoLess(before, after)).toBe(true);
      }),
    );
  });

  it('gets no better when its certificate does worse', () => {
    fc.assert(
      fc.property(commons, outcome, outcome, (input, one, other) => {
        const [better, worse] = [one, other].sort(
          (a, b) => OUTCOMES_IN_ORDER.indexOf(a) - OUTCOMES_IN_ORDER.indexOf(b),
        );
        const [before, after] = [better, worse].map(tls =>
          health({ ...input, tls }),
        );
        expect(rankOfStatus(after.status)).toBeLessThanOrEqual(
          rankOfStatus(before.status),
        );
        expect(losesNoLess(before, after)).toBe(true);
      }),
    );
  });

  it('is up only when a service was asked and everything that was asked is up', () => {
    fc.assert(
      fc.property(commons, input => {
        const checks = checksOf(input);
        const isAllUp =
          checks.some(check => check.service !== undefined) &&
          checks.every(check => check.outcome === 'up');
        expect(health(input).status === 'up').toBe(isAllUp);
      }),
    );
  });

  it('is unknown and without a score when all results are stale', () => {
    const later = new Date(AFTER_THREE_ROUNDS.getTime() + 4 * INTERVAL_MS);
    fc.assert(
      fc.property(commons, input => {
        const { status, score } = rollUp(
          input.services,
          checksOf(input),
          later,
        );
        expect({ status, score }).toEqual({
          status: 'unknown',
          score: undefined,
        });
      }),
    );
  });

  it('does not depend on the order of checks and services', () => {
    fc.assert(
      fc.property(
        commons.chain(input =>
          fc.record({
            input: fc.constant(input),
            checks: fc.shuffledSubarray(checksOf(input), {
              minLength: checksOf(input).length,
            }),
            services: fc.shuffledSubarray(input.services, {
              minLength: input.services.length,
            }),
          }),
        ),
        ({ input, checks, services }) => {
          expect(rollUp(services, checks)).toEqual(health(input));
        },
      ),
    );
  });

  it('names a reason, a cause and what to do whenever it is down or degraded', () => {
    fc.assert(
      fc.property(commons, input => {
        const { status, headline, cause, advice } = health(input);
        const isWrong = status === 'down' || status === 'degraded';
        const isExplained =
          headline !== '' && cause !== 'ok' && advice.endsWith('.');
        expect(isWrong ? isExplained : true).toBe(true);
      }),
    );
  });

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(commons, input => {
        const checks = checksOf(input);
        const copy = structuredClone({ checks, services: input.services });
        rollUp(input.services, checks);
        expect({ checks, services: input.services }).toEqual(copy);
      }),
    );
  });
});
