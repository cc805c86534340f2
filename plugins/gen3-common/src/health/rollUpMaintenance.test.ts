import {
  INTERVAL_MS,
  resultOf,
  serviceState,
  START,
  stateAfter,
} from '../testing/checkStates';
import { checksWith, rollUp } from '../testing/commons';
import { settle } from './settle';
import { Outcome } from './types';

const tls = (overrides: object, outcome: Outcome) =>
  stateAfter([outcome, outcome, outcome], { checkId: 'tls', ...overrides });

describe('rollUpCommons in maintenance', () => {
  it('shows the announced maintenance at once, whatever else fails', () => {
    const maintenance = stateAfter(['degraded'], {
      checkId: 'maintenance',
      cause: 'maintenance',
      reason: 'is on',
    });
    const health = rollUp({
      checks: [...checksWith({ fence: 'down' }), maintenance],
    });
    expect(health).toMatchObject({
      status: 'maintenance',
      cause: 'maintenance',
      headline: 'Maintenance mode is on',
      since: '2026-11-22T10:00:00.000Z',
    });
    expect(health.services[0]).toMatchObject({ name: 'fence', status: 'down' });
    // What was announced takes nobody by surprise: no journey is down, and it costs no points.
    expect(health.journeys.map(({ status }) => status)).toEqual(
      health.journeys.map(() => 'maintenance'),
    );
    expect(health.journeys[0]).toMatchObject({
      reason: 'Log-in is in maintenance',
      because: [],
    });
    expect(health.score).toEqual({ value: 100, reasons: [] });
  });

  /* One timeout of the front page turned announced work into an outage, and back. */
  it.each<[string, Outcome[], string]>([
    ['holds when the front page is missed once', ['unknown'], 'maintenance'],
    ['holds when it is missed twice', ['unknown', 'unknown'], 'maintenance'],
    [
      'is over when it was missed as often as an outage takes',
      ['unknown', 'unknown', 'unknown'],
      'down',
    ],
    ['holds until the front page is back', ['up'], 'maintenance'],
    ['is over when it is back', ['up', 'up'], 'down'],
    [
      'holds when the front page comes and goes',
      ['up', 'unknown', 'degraded', 'up', 'unknown'],
      'maintenance',
    ],
  ])('%s', (_label, results, expected) => {
    const maintenance = results.reduce(
      (state, outcome, index) =>
        settle(
          state,
          resultOf(outcome, {
            ...(outcome === 'degraded' ? { cause: 'maintenance' } : {}),
            checkId: 'maintenance',
            round: index + 3,
          }),
        ),
      stateAfter(['degraded', 'degraded', 'degraded'], {
        checkId: 'maintenance',
        cause: 'maintenance',
      }),
    );
    const round = results.length + 2;
    const fence = serviceState('fence', 'down');
    const { status } = rollUp({
      services: ['fence'],
      checks: [{ ...fence, last: resultOf('down', { round }) }, maintenance],
      now: new Date(START + round * INTERVAL_MS),
    });
    expect(status).toBe(expected);
  });

  it('still charges for a certificate in maintenance', () => {
    const maintenance = stateAfter(['degraded'], {
      checkId: 'maintenance',
      cause: 'maintenance',
    });
    const ending = tls(
      { cause: 'certificate-ends-soon', reason: 'ends in 5 days' },
      'degraded',
    );
    expect(
      rollUp({ checks: [...checksWith(), maintenance, ending] }).score,
    ).toEqual({
      value: 94,
      reasons: [{ points: -6, text: 'certificate ends in 5 days' }],
    });
  });

  it('sees maintenance in a portal that redirects to the maintenance page', () => {
    const portal = settle(
      serviceState('portal', 'up'),
      resultOf('unknown', {
        service: 'portal',
        cause: 'maintenance',
        round: 2,
      }),
    );
    const health = rollUp({
      checks: [...checksWith().filter(c => c.service !== 'portal'), portal],
    });
    expect(health.status).toBe('maintenance');
    expect(health.score?.value).toBe(100);
  });
});
