import { claimLimit } from './claimLimit';

describe('claimLimit', () => {
  const minute = { free: 1_000, intervalMs: 60_000, pollMs: 1_000 };

  it.each([
    ['a small fleet starts as it comes', { ...minute, fleetSize: 12 }, 5],
    [
      'a big one in a third of the interval',
      { ...minute, fleetSize: 5_000 },
      250,
    ],
    [
      'never more than places are free',
      { ...minute, free: 7, fleetSize: 5_000 },
      7,
    ],
    ['nothing when none is free', { ...minute, free: -1, fleetSize: 12 }, 0],
  ])('%s', (_label, options, expected) => {
    expect(claimLimit(options)).toBe(expected);
  });
});
