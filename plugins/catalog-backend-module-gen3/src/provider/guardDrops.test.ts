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
  options: {
    maxDropPercent?: number;
    held?: string[];
    confirmed?: string[];
  } = {},
) =>
  guardDrops({
    previous: members(before),
    next: members(after),
    maxDropPercent: options.maxDropPercent ?? 20,
    held: options.held ?? [],
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
    expect(
      guardDrops({
        previous: members(4),
        next: members(1),
        maxDropPercent: 20,
        held: [],
        confirmed,
      }),
    ).toEqual({
      kind: 'apply-confirmed',
      members: members(2),
      wouldDrop: ['c1.example.org'],
      of: 4,
    });
    expect(decide(1, 0, { confirmed: ['c0.example.org'] })).toBe('apply');
  });

  it('does not count what was confirmed', () => {
    const confirmed = ['c8.example.org', 'c9.example.org'];
    expect(decide(10, 6, { confirmed })).toBe('apply');
    expect(decide(10, 5, { confirmed })).toBe('apply-confirmed');
  });

  it('does not let go what was held and left out of a confirmation, however little it is', () => {
    const held = ['c8.example.org', 'c9.example.org'];
    expect(decide(10, 8, { held })).toBe('hold');
    expect(decide(10, 8, { held, confirmed: [held[0]] })).toBe(
      'apply-confirmed',
    );
    expect(decide(10, 8, { held, confirmed: held })).toBe('apply');
    // It came back, and another left.
    expect(decide(10, 9, { held: ['c1.example.org'] })).toBe('apply');
  });

  it('keeps an unconfirmed commons also where its member or hostname is somebody else by now', () => {
    const [a, b, c, d] = members(4);
    // "a" and "b" were renamed, "c" to what "b" was, and "d" left.
    const next: StoredMember[] = [
      { ...a, commons: commonsOf('new.example.org') },
      { ...b, commons: a.commons },
      { ...c, commons: b.commons },
    ];
    expect(
      guardDrops({
        previous: [a, b, c, d],
        next,
        maxDropPercent: 20,
        held: ['c2.example.org'],
        confirmed: ['c3.example.org'],
      }),
    ).toEqual({
      kind: 'apply-confirmed',
      members: [a, b, c],
      wouldDrop: ['c2.example.org'],
      of: 4,
    });
  });

  it('counts commons and not files: a moved file drops nothing', () => {
    const previous = members(1);
    const next = [{ ...previous[0], member: 'elsewhere' }];
    expect(
      guardDrops({
        previous,
        next,
        maxDropPercent: 0,
        held: [],
        confirmed: [],
      }),
    ).toEqual({ kind: 'apply', members: next });
  });

  it('names what would be dropped, sorted', () => {
    expect(
      guardDrops({
        previous: members(3),
        next: members(1, 1),
        maxDropPercent: 20,
        held: [],
        confirmed: [],
      }),
    ).toEqual({
      kind: 'hold',
      wouldDrop: ['c0.example.org', 'c2.example.org'],
      of: 3,
    });
  });
});
