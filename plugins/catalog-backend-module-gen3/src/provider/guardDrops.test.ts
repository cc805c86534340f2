import { commonsOf } from '../__testUtils__/readings';
import { StoredMember } from '../store/SourceStore';
import { guardDrops } from './guardDrops';

const members = (count: number, from = 0): StoredMember[] =>
  Array.from({ length: count }, (_, index) => ({
    member: `m${from + index}`,
    commons: commonsOf(`c${from + index}.example.org`),
    findings: [],
  }));

const decide = (
  before: number,
  after: number,
  options: { maxDropPercent?: number; confirmed?: string[] } = {},
) =>
  guardDrops({
    previous: members(before),
    next: members(after),
    maxDropPercent: options.maxDropPercent ?? 20,
    confirmed: options.confirmed ?? [],
  }).kind;

describe('guardDrops', () => {
  it.each([
    ['the first reading', 0, 3, 'apply'],
    ['no drop', 10, 10, 'apply'],
    ['exactly 20 percent', 10, 8, 'apply'],
    ['one of five', 5, 4, 'apply'],
    ['one of four', 4, 3, 'hold'],
    ['one of three', 3, 2, 'hold'],
    ['the only one', 1, 0, 'hold'],
    ['all of them', 10, 0, 'hold'],
    ['two that never were', 0, 0, 'apply'],
  ])('%s (%i to %i): %s', (_, before, after, expected) => {
    expect(decide(before, after)).toBe(expected);
  });

  it('holds an empty repository even when everything may be dropped', () => {
    expect(decide(3, 0, { maxDropPercent: 100 })).toBe('hold');
    expect(decide(3, 1, { maxDropPercent: 100 })).toBe('apply');
  });

  it('holds any drop when nothing may be dropped', () => {
    expect(decide(100, 99, { maxDropPercent: 0 })).toBe('hold');
  });

  it('lets go what was confirmed, and nothing more', () => {
    const confirmed = ['c2.example.org', 'c3.example.org'];
    expect(decide(4, 2, { confirmed })).toBe('apply');
    expect(decide(4, 1, { confirmed })).toBe('hold');
    expect(decide(1, 0, { confirmed: ['c0.example.org'] })).toBe('apply');
  });

  it('counts commons and not files: a moved file drops nothing', () => {
    const previous = members(1);
    const next = [{ ...previous[0], member: 'elsewhere' }];
    expect(
      guardDrops({ previous, next, maxDropPercent: 0, confirmed: [] }),
    ).toEqual({ kind: 'apply' });
  });

  it('names what would be dropped, sorted', () => {
    expect(
      guardDrops({
        previous: members(3),
        next: members(1, 1),
        maxDropPercent: 20,
        confirmed: [],
      }),
    ).toEqual({
      kind: 'hold',
      wouldDrop: ['c0.example.org', 'c2.example.org'],
      of: 3,
    });
  });
});
