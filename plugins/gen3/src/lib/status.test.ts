import { saysStatus } from './status';

describe('saysStatus', () => {
  it.each([
    ['37 up', 'up', true],
    ['up', 'up', true],
    ['unknown, with age', 'unknown', true],
    // A healthy guppy had no spoken status.
    ['guppy', 'up', false],
    ['start-up', 'up', false],
    ['fence', 'down', false],
  ] as const)('"%s" and %s: %s', (text, status, expected) => {
    expect(saysStatus(text, status)).toBe(expected);
  });
});
