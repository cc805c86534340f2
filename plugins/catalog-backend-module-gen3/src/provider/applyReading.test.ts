import {
  broken,
  commonsOf,
  incomplete,
  readable,
} from '../__testUtils__/readings';
import { MemberReading } from '../sources/types';
import { StoredMember } from '../store/SourceStore';
import { applyReading } from './applyReading';

const A = 'a.example.org';
const B = 'b.example.org';

const apply = (
  previous: StoredMember[],
  readings: MemberReading[],
  other: string[] = [],
) =>
  applyReading({
    previous,
    readings,
    other,
    now: new Date('2026-11-22T10:00:00Z'),
  });

const summary = (members: StoredMember[]) =>
  members.map(
    ({ member, commons, quarantine }) =>
      `${member}: ${commons?.hostname ?? 'nothing'}${
        quarantine ? ` (${quarantine.finding.code})` : ''
      }`,
  );

describe('applyReading', () => {
  it('sorts members by key, whatever the order of the reading', () => {
    const readings = [readable(B, {}, 'two'), readable(A, {}, 'one')];
    expect(summary(apply([], readings))).toEqual([`one: ${A}`, `two: ${B}`]);
  });

  it('quarantines a member that never could be read, with nothing to serve', () => {
    expect(apply([], [broken('one', A)])).toEqual([
      {
        member: 'one',
        findings: [],
        quarantine: {
          hostname: A,
          since: '2026-11-22T10:00:00.000Z',
          finding: expect.objectContaining({ code: 'yaml-syntax' }),
        },
      },
    ]);
  });

  it('forgets a member that is gone', () => {
    const before = apply([], [readable(A, {}, 'one'), readable(B, {}, 'two')]);
    expect(summary(apply(before, [readable(A, {}, 'one')]))).toEqual([
      `one: ${A}`,
    ]);
  });

  it('keeps what a member had when its folder was renamed and broken at once', () => {
    const before = apply([], [readable(A, {}, 'old')]);
    expect(summary(apply(before, [broken('new', A)]))).toEqual([
      `new: ${A} (yaml-syntax)`,
    ]);
  });

  // Such a file is quarantined under its own name, and its members once counted as gone.
  it('keeps every member of a file that declares several and cannot be read', () => {
    const before = apply(
      [],
      [readable(A, {}, 'apps.yaml#a'), readable(B, {}, 'apps.yaml#b')],
    );
    const kept = [
      `apps.yaml#a: ${A} (yaml-syntax)`,
      `apps.yaml#b: ${B} (yaml-syntax)`,
    ];
    const once = apply(before, [broken('apps.yaml')]);
    expect(summary(once)).toEqual(kept);
    expect(summary(apply(once, [broken('apps.yaml')]))).toEqual(kept);
  });

  it('keeps the one of several in a file that cannot be read', () => {
    const before = apply(
      [],
      [readable(A, {}, 'apps.yaml#a'), readable(B, {}, 'apps.yaml#b')],
    );
    const after = apply(before, [
      readable(A, {}, 'apps.yaml#a'),
      broken('apps.yaml#unreadable'),
      broken('apps.yaml#unreadable-2'),
    ]);
    expect(summary(after)).toEqual([
      `apps.yaml#a: ${A}`,
      `apps.yaml#b: ${B} (yaml-syntax)`,
      'apps.yaml#unreadable-2: nothing (yaml-syntax)',
    ]);
  });

  // The reading of "x" once gave way to one for "old": "x" was dropped, and "old" kept for ever.
  it('keeps a member that is quarantined by name while a sibling leaves its file', () => {
    const x = broken('apps.yaml#x');
    const y = readable(B, {}, 'apps.yaml#y');
    const old = readable('old.example.org', {}, 'apps.yaml#old');
    const good = apply([], [readable(A, {}, 'apps.yaml#x'), y, old]);
    const expected = [`apps.yaml#x: ${A} (yaml-syntax)`, `apps.yaml#y: ${B}`];
    expect(summary(apply(good, [x, y]))).toEqual(expected);
    expect(summary(apply(apply(good, [x, y, old]), [x, y]))).toEqual(expected);
  });

  it('keeps what a file had when it declares several by now and that one is broken', () => {
    const argocdApp = { namespace: 'argocd', name: 'heart' };
    const before = apply([], [readable(A, { argocdApp }, 'apps.yaml')]);
    const after = apply(before, [
      broken('apps.yaml#heart'),
      readable(B, {}, 'apps.yaml#lung'),
    ]);
    expect(summary(after)).toEqual([
      `apps.yaml#heart: ${A} (yaml-syntax)`,
      `apps.yaml#lung: ${B}`,
    ]);
  });

  it('knows a file whose path has the sign that separates names', () => {
    const before = apply(
      [],
      [readable(A, {}, 'a#1.yaml#a'), readable(B, {}, 'a#1.yaml#b')],
    );
    expect(summary(apply(before, [broken('a#1.yaml')]))).toEqual([
      `a#1.yaml#a: ${A} (yaml-syntax)`,
      `a#1.yaml#b: ${B} (yaml-syntax)`,
    ]);
  });

  // A copy that never could be read was in the way of what the original had.
  it('keeps what a member had when it was copied broken first and removed afterwards', () => {
    const before = apply([], [readable(A, {}, 'old')]);
    const copied = apply(before, [readable(A, {}, 'old'), broken('new', A)]);
    expect(summary(copied)).toEqual([
      'new: nothing (yaml-syntax)',
      `old: ${A}`,
    ]);
    expect(summary(apply(copied, [broken('new', A)]))).toEqual([
      `new: ${A} (yaml-syntax)`,
    ]);
  });

  it('gives what is gone under its key to one of two that may be it', () => {
    const before = apply([], [readable(A, {}, 'old')]);
    const after = apply(before, [broken('one', A), broken('two', A)]);
    expect(summary(after)).toEqual([
      `one: ${A} (yaml-syntax)`,
      'two: nothing (yaml-syntax)',
    ]);
  });

  it('updates a commons whose file gets a second, broken declaration', () => {
    const before = apply([], [readable(A, {}, 'apps.yaml')]);
    const after = apply(before, [
      readable(A, {}, 'apps.yaml#a'),
      broken('apps.yaml#unreadable'),
    ]);
    expect(summary(after)).toEqual([
      `apps.yaml#a: ${A}`,
      'apps.yaml#unreadable: nothing (yaml-syntax)',
    ]);
  });

  describe('of a member whose values could not all be read', () => {
    const FOLDER = 'folder.example.org';

    it('takes what there is when nothing better was ever known', () => {
      const first = apply([], [incomplete(FOLDER, 'one')]);
      expect(first).toMatchObject([
        {
          commons: { hostname: FOLDER, hostnameFrom: 'folder' },
          incomplete: true,
          findings: [{ code: 'values-missing' }, {}],
        },
      ]);
      expect(apply(first, [incomplete(FOLDER, 'one')])).toEqual(first);
      expect(apply(first, [readable(A, {}, 'one')])).toEqual(
        apply([], [readable(A, {}, 'one')]),
      );
    });

    // A feature branch that is deleted after its merge once renamed the commons to its folder and took its services away.
    it('keeps a complete reading and says what is missing', () => {
      const before = apply([], [readable(A, {}, 'one')]);
      const once = apply(before, [incomplete(FOLDER, 'one')]);
      expect(once).toEqual([
        {
          ...before[0],
          quarantine: {
            hostname: A,
            since: '2026-11-22T10:00:00.000Z',
            finding: expect.objectContaining({
              code: 'values-missing',
              message: 'There is no "values.yaml"',
            }),
          },
        },
      ]);
      expect(apply(once, [incomplete(FOLDER, 'one')])).toEqual(once);
      expect(apply(once, [readable(A, {}, 'one')])).toEqual(before);
    });

    it('keeps it also under a new key, and against a newcomer that claims its hostname', () => {
      const argocdApp = { namespace: 'argocd', name: 'heart' };
      const before = apply([], [readable(A, { argocdApp }, 'apps.yaml')]);
      const after = apply(before, [
        incomplete(FOLDER, 'apps.yaml#heart'),
        readable(B, {}, 'apps.yaml#lung'),
      ]);
      expect(summary(after)).toEqual([
        `apps.yaml#heart: ${A} (values-missing)`,
        `apps.yaml#lung: ${B}`,
      ]);
      const claimed = apply(before, [
        incomplete(FOLDER, 'apps.yaml'),
        readable(A, {}, 'a-copy'),
      ]);
      expect(summary(claimed)).toEqual([
        'a-copy: nothing (hostname-claimed-twice)',
        `apps.yaml: ${A} (values-missing)`,
      ]);
    });

    // A commons that names a file which never existed was renamed to its folder once a second file went.
    it('keeps the hostname of values that were incomplete before', () => {
      const partly = { ...incomplete(FOLDER, 'one'), commons: commonsOf(A) };
      const before = apply([], [partly]);
      expect(before).toMatchObject([{ incomplete: true }]);
      const after = apply(before, [incomplete(FOLDER, 'one')]);
      expect(summary(after)).toEqual([`one: ${A} (values-missing)`]);
      expect(apply(after, [partly])).toEqual(before);
    });

    it('does not hold a broken member for complete that never was', () => {
      const first = apply([], [incomplete(FOLDER, 'one')]);
      const broke = apply(first, [broken('one')]);
      expect(broke).toMatchObject([{ incomplete: true, quarantine: {} }]);
      expect(apply(broke, [incomplete('new.example.org', 'one')])).toEqual(
        apply([], [incomplete('new.example.org', 'one')]),
      );
    });
  });

  describe('of a member whose chart is not recognised any more', () => {
    const argocdApp = { namespace: 'argocd', name: 'heart' };
    const before = apply([], [readable(A, { argocdApp }, 'heart.yaml')]);
    const kept = `heart.yaml: ${A} (chart-unknown)`;

    // It was dropped without a word.
    it('keeps it, and says why', () => {
      const once = apply(before, [], ['heart.yaml', 'redis.yaml']);
      expect(summary(once)).toEqual([kept]);
      expect(once[0].quarantine).toMatchObject({
        hostname: A,
        finding: {
          message: `"heart.yaml" declared the commons "${A}", and what it deploys by now is not known as a gen3 chart`,
          file: 'heart.yaml',
        },
      });
      expect(summary(apply(once, [], ['heart.yaml']))).toEqual([kept]);
      expect(apply(once, [readable(A, { argocdApp }, 'heart.yaml')])).toEqual(
        before,
      );
    });

    it('keeps it also when its file declares several by now', () => {
      const after = apply(before, [], ['heart.yaml#heart', 'heart.yaml#redis']);
      expect(summary(after)).toEqual([
        `heart.yaml#heart: ${A} (chart-unknown)`,
      ]);
    });

    it('lets it go when it is gone, or read elsewhere', () => {
      expect(apply(before, [], ['heart.yaml#redis'])).toEqual([]);
      expect(
        summary(apply(before, [readable(A, {}, 'new.yaml')], ['heart.yaml'])),
      ).toEqual([`new.yaml: ${A}`]);
      expect(
        apply(apply(before, [], ['heart.yaml']), [], ['redis.yaml']),
      ).toEqual([]);
    });
  });

  it('gives the first by key a hostname that two newcomers claim', () => {
    const readings = [readable(A, {}, 'two'), readable(A, {}, 'one')];
    expect(summary(apply([], readings))).toEqual([
      `one: ${A}`,
      'two: nothing (hostname-claimed-twice)',
    ]);
  });

  it('keeps a hostname for a member that cannot be read just now', () => {
    const before = apply([], [readable(A, {}, 'two')]);
    const after = apply(before, [broken('two'), readable(A, {}, 'one')]);
    expect(summary(after)).toEqual([
      'one: nothing (hostname-claimed-twice)',
      `two: ${A} (yaml-syntax)`,
    ]);
  });

  it('keeps a hostname for a member that was broken and is mended', () => {
    const before = apply(apply([], [readable(A, {}, 'two')]), [broken('two')]);
    const after = apply(before, [
      readable(A, {}, 'one'),
      readable(A, {}, 'two'),
    ]);
    expect(summary(after)).toEqual([
      'one: nothing (hostname-claimed-twice)',
      `two: ${A}`,
    ]);
  });

  it('frees the hostname of a member that claims another', () => {
    const before = apply([], [readable(A, {}, 'one')]);
    const after = apply(before, [
      readable(B, {}, 'one'),
      readable(A, {}, 'two'),
    ]);
    expect(summary(after)).toEqual([`one: ${B}`, `two: ${A}`]);
  });

  it('never serves one hostname twice', () => {
    const before = apply([], [readable(A, {}, 'one'), readable(B, {}, 'two')]);
    // "one" claims what "two" has, and a third claims what "one" had.
    const after = apply(before, [
      readable(B, {}, 'one'),
      readable(B, {}, 'two'),
      readable(A, {}, 'three'),
    ]);
    expect(summary(after)).toEqual([
      'one: nothing (hostname-claimed-twice)',
      `three: ${A}`,
      `two: ${B}`,
    ]);
  });
});
