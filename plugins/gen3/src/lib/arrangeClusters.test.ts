import { arrangeClusters } from './arrangeClusters';

const clusters = [
  { cluster: 'west', source: 'b' },
  { cluster: 'east', source: 'b' },
  { cluster: 'organprod', source: 'a' },
  { cluster: 'handmade' },
];

const namesOf = (options: Partial<Parameters<typeof arrangeClusters>[0]>) =>
  arrangeClusters({ clusters, names: [], ...options }).map(({ name }) => name);

describe('arrangeClusters', () => {
  it('has those of the chosen source first, and what is of none last', () => {
    expect(namesOf({ first: 'b' })).toEqual([
      'east',
      'west',
      'organprod',
      'handmade',
    ]);
    expect(namesOf({})[0]).toBe('organprod');
  });

  it('calls a cluster as its source does, and no other source', () => {
    const names = [{ source: 'a', name: 'prod', cluster: 'organprod' }];
    expect(namesOf({ names })).toContain('prod');
    expect(namesOf({ names })).not.toContain('organprod');
    expect(
      namesOf({ names: [{ source: 'b', name: 'x', cluster: 'organprod' }] }),
    ).toContain('organprod');
  });
});
