import { lastDue, nextDue } from './schedule';

const now = new Date('2026-11-22T10:07:30Z');

// 2026-11-22 is a Sunday.
it.each([
  ['*/30 * * * *', '2026-11-22T10:00:00.000Z'],
  ['*/5 * * * *', '2026-11-22T10:05:00.000Z'],
  ['7 * * * *', '2026-11-22T10:07:00.000Z'],
  ['8 * * * *', '2026-11-22T09:08:00.000Z'],
  ['0 0 * * *', '2026-11-22T00:00:00.000Z'],
  ['0 8,15 * * *', '2026-11-22T08:00:00.000Z'],
  ['0 9-17/4 * * 1-5', '2026-11-20T17:00:00.000Z'],
  ['0 0 1 * *', '2026-11-01T00:00:00.000Z'],
  ['0 0 1 * 5', '2026-11-20T00:00:00.000Z'],
  ['0 0 31 2 *', undefined],
  ['now and then', undefined],
])('%s was last due at %s', (schedule, expected) => {
  expect(lastDue(schedule, now)?.toISOString()).toBe(expected);
});

it.each([
  ['*/30 * * * *', '2026-11-22T10:30:00.000Z'],
  ['7 * * * *', '2026-11-22T11:07:00.000Z'],
  ['0 9-17/4 * * 1-5', '2026-11-23T09:00:00.000Z'],
  ['0 0 31 2 *', undefined],
  ['now and then', undefined],
])('%s is next due at %s', (schedule, expected) => {
  expect(nextDue(schedule, now)?.toISOString()).toBe(expected);
});

it('is due next, as it was last, at the very time', () => {
  const due = new Date('2026-11-22T10:30:00Z');

  expect(nextDue('*/30 * * * *', due)).toEqual(due);
  expect(lastDue('*/30 * * * *', due)).toEqual(due);
});
