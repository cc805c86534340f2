import { findUnknownClusters } from './findUnknownClusters';

const find = (clusters: Record<string, string>) =>
  findUnknownClusters({
    path: 'catalog.providers.gen3.git.clusters',
    clusters,
    connected: ['east-1', 'west-1'],
  });

describe('findUnknownClusters', () => {
  it('takes names that Backstage has', () => {
    expect(find({ east: 'east-1' })).toEqual({});
  });

  it('names the key, the value and what is known of every other one', () => {
    expect(find({ east: 'east-9', west: 'west-1', south: 'south-1' })).toEqual({
      east: 'catalog.providers.gen3.git.clusters.east: "east-9" is no cluster of kubernetes.clusterLocatorMethods; known are east-1, west-1',
      south:
        'catalog.providers.gen3.git.clusters.south: "south-1" is no cluster of kubernetes.clusterLocatorMethods; known are east-1, west-1',
    });
  });
});
