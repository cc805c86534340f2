import { createTranslate } from '../__testUtils__/createTranslate';
import {
  formatAge,
  formatAgo,
  formatAhead,
  formatClock,
  formatInstant,
} from './formatAge';

const t = createTranslate();
const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const before = (seconds: number) =>
  new Date(NOW - seconds * 1000).toISOString();

describe('Ages', () => {
  it.each([
    ['this moment', before(0), '0 s'],
    ['seconds', before(59), '59 s'],
    ['minutes', before(60 * 59), '59 min'],
    ['hours', before(3600 * 47), '47 h'],
    ['days', before(86400 * 31), '31 d'],
    ['years', before(86400 * 1500), '1,500 d'],
    ['a clock that is ahead', before(-90), '0 s'],
    ['no instant', undefined, '-'],
  ])('says %s', (_, at, expected) => {
    expect(formatAge(at, NOW)).toBe(expected);
  });

  it('says that something never happened', () => {
    expect(formatAgo(undefined, NOW, t)).toBe('never');
    expect(formatAgo(before(12), NOW, t)).toBe('12 s ago');
  });

  it('says how far ahead something is', () => {
    expect(formatAhead(before(-40), NOW, t)).toBe('in 40 s');
    expect(formatAhead(before(1), NOW, t)).toBe('any moment');
    expect(formatAhead(undefined, NOW, t)).toBe('-');
  });

  it('gives the exact instant in UTC too', () => {
    expect(formatInstant(before(0))).toContain('2026-11-22T10:00:00Z');
  });

  it('names the day when it is not today', () => {
    expect(formatClock(before(60), NOW)).toMatch(/^\d\d:\d\d$/);
    expect(formatClock(before(86400 * 3), NOW)).toMatch(/^\d+ Nov \d\d:\d\d$/);
  });
});
