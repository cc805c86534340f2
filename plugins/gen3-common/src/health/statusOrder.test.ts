import { describeDuration } from './describeDuration';
import { worstStatus } from './statusOrder';
import { HealthStatus } from './types';

describe('worstStatus', () => {
  it.each<[HealthStatus[], HealthStatus]>([
    [['up', 'down', 'degraded'], 'down'],
    [['up', 'unknown', 'degraded'], 'degraded'],
    [['maintenance', 'unknown', 'up'], 'unknown'],
    [['up', 'maintenance'], 'maintenance'],
    [['up'], 'up'],
    [[], 'unknown'],
  ])('of %p is %s', (statuses, expected) => {
    expect(worstStatus(statuses)).toBe(expected);
  });
});

describe('describeDuration', () => {
  it.each([
    [-1, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [26 * 3_600_000, '26 h'],
    [48 * 3_600_000, '2 d'],
    [80 * 24 * 3_600_000, '80 d'],
  ])('says %d ms as %s', (milliseconds, expected) => {
    expect(describeDuration(milliseconds)).toBe(expected);
  });
});
