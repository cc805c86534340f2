import { createTranslate } from '../../__testUtils__/createTranslate';
import { describeTransition, isNews } from './describeTransition';

const t = createTranslate();

const transition = (subject: string, reason: string) => ({
  at: '2026-11-22T10:00:00.000Z',
  subject,
  to: 'down' as const,
  cause: 'http-status' as const,
  reason,
});

describe('Transitions', () => {
  it.each([
    ['service:fence', 'fence answers 500', 'fence answers 500'],
    ['service:fence', '', 'fence'],
    ['journey:login', 'Log-in is down: x', 'Log-in is down: x'],
    ['commons', 'Log-in is down', 'Log-in is down'],
    ['commons', '', 'commons'],
    // Was "tls degraded tls ends in 5 days".
    ['check:tls', 'tls ends in 5 days', 'Certificate ends in 5 days'],
    ['check:maintenance', 'is on', 'Maintenance mode is on'],
    ['check:maintenance', '', 'Maintenance mode'],
  ])('of %s because of "%s" read "%s"', (subject, reason, expected) => {
    expect(describeTransition(transition(subject, reason), t)).toBe(expected);
  });

  it.each([
    [undefined, 'up', false],
    [undefined, 'down', true],
    ['down', 'up', true],
  ] as const)('from %s to %s are news: %s', (from, to, expected) => {
    expect(isNews({ ...transition('commons', ''), from, to })).toBe(expected);
  });
});
