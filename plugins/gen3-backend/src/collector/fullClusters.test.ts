import { fullClusters } from './fullClusters';

describe('fullClusters', () => {
  it('names clusters whose commons have a quarter of the places, and never what is in no cluster', () => {
    const clusters = ['east', 'east', 'west', 'west', 'west', 'south'];
    const nowhere = Array(9).fill(undefined);
    expect(
      fullClusters({
        clusters: [...clusters, ...nowhere],
        maxConcurrentCommons: 12,
      }),
    ).toEqual(['west']);
  });

  it('leaves a place for each cluster of a collector that has few', () => {
    expect(
      fullClusters({ clusters: ['east'], maxConcurrentCommons: 1 }),
    ).toEqual(['east']);
    expect(fullClusters({ clusters: [], maxConcurrentCommons: 1 })).toEqual([]);
  });
});
