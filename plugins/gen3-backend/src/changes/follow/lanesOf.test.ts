import { lanesOf } from './lanesOf';

type Change = Parameters<typeof lanesOf>[0][number];

const change = (id: string, part: Partial<Change> = {}): Change => ({
  id,
  source: 'east',
  host: 'local',
  state: 'open',
  mergeCommit: undefined,
  ...part,
});

const idsOf = (changes: Change[], ...late: string[]) =>
  lanesOf(changes, new Set(late)).map(lane => lane.map(({ id }) => id));

describe('Lanes of changes', () => {
  it('are one for each source, in the order of its changes', () => {
    expect(
      idsOf([change('a'), change('b', { source: 'west' }), change('c')]),
    ).toEqual([['a', 'c'], ['b']]);
  });

  it.each<[string, Partial<Change>]>([
    ['is merged here', { state: 'merged', mergeCommit: 'd'.repeat(40) }],
    ['is merged at a host', { state: 'merged', host: 'github' }],
    ['is to be opened at a host', { state: 'proposing', host: 'github' }],
  ])('have one of their own for what %s', (_, part) => {
    expect(idsOf([change('a'), change('b', part), change('c')])).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });

  it.each<[string, Partial<Change>]>([
    ['is being merged', { state: 'merged' }],
    ['has a branch that is being written', { state: 'proposing' }],
  ])('ask the repository of what %s', (_, part) => {
    expect(idsOf([change('a'), change('b', part)])).toEqual([['a', 'b']]);
  });

  // The oldest that was late used up the time of its lane in each run.
  it('end with those that were late', () => {
    expect(idsOf([change('a'), change('b'), change('c')], 'a', 'b')).toEqual([
      ['c', 'a', 'b'],
    ]);
  });
});
