import { createCommons } from '../../__testUtils__/createCommons';
import { later } from '../timestamps';
import { Declaration, planSyncs, SyncOptions } from './planSyncs';

const START = new Date('2026-11-22T10:00:00Z');
const at = (seconds: number) => later(START, seconds * 1000);

/** What git declares after so many seconds: services and their tags. */
function declaration(
  seconds: number,
  services: Record<string, string>,
): Declaration {
  return {
    at: at(seconds),
    commons: {
      ...createCommons(),
      services: new Map(Object.entries(services)),
    },
  };
}

/** When each service gets which tag, in seconds, and when each operation ends. */
function plan(
  before: Declaration | undefined,
  declarations: Declaration[],
  more: Partial<SyncOptions> = {},
) {
  const { operations, releases } = planSyncs({
    ...(before ? { before } : {}),
    declarations,
    isHeldUp: () => false,
    hasDatabase: name => name === 'fence',
    ...more,
  });
  const secondsOf = (time: Date) => (time.getTime() - START.getTime()) / 1000;
  return {
    releases: Object.fromEntries(
      [...releases].map(([name, list]) => [
        name,
        list
          .filter(release => release.at > START)
          .map(release =>
            [secondsOf(release.at), release.tag ?? 'removed'].join(' '),
          ),
      ]),
    ),
    ends: operations.map(
      ({ finishedAt }) => finishedAt && secondsOf(finishedAt),
    ),
  };
}

const ALL = { revproxy: '1', guppy: '1', fence: '1' };

it('brings a new commons up wave by wave, databases first', () => {
  expect(plan(undefined, [declaration(0, ALL)])).toEqual({
    releases: { fence: ['11 1'], guppy: ['24 1'], revproxy: ['37 1'] },
    ends: [51],
  });
});

it('rolls out only what changes', () => {
  const before = declaration(-1000, ALL);

  expect(plan(before, [declaration(0, { ...ALL, guppy: '2' })])).toEqual({
    releases: { fence: [], guppy: ['3 2'], revproxy: [] },
    ends: [17],
  });
});

it('removes at the end what git declares no more', () => {
  const { guppy: _guppy, ...others } = ALL;

  expect(plan(declaration(-1000, ALL), [declaration(0, others)])).toEqual({
    releases: { fence: [], guppy: ['4 removed'], revproxy: [] },
    ends: [4],
  });
});

it('stays at the wave whose pods do not get ready', () => {
  const isHeldUp = (name: string) => name === 'guppy';

  expect(plan(undefined, [declaration(0, ALL)], { isHeldUp })).toEqual({
    releases: { fence: ['11 1'], guppy: ['24 1'] },
    ends: [undefined],
  });
});

it('gives an operation up when git moves on, and goes on from where it was', () => {
  const changed = declaration(12, { ...ALL, fence: '2' });

  expect(plan(undefined, [declaration(0, ALL), changed])).toEqual({
    releases: {
      fence: ['11 1', '15 2'],
      guppy: ['28 1'],
      revproxy: ['41 1'],
    },
    ends: [undefined, 55],
  });
});

it('brings back what it had removed', () => {
  const { guppy: _guppy, ...others } = ALL;
  const declarations = [declaration(0, others), declaration(100, ALL)];

  expect(plan(declaration(-1000, ALL), declarations).releases.guppy).toEqual([
    '4 removed',
    '103 1',
  ]);
});
