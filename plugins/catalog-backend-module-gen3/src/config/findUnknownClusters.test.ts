import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { findUnknownClusters } from './findUnknownClusters';

const find = (clusters: Record<string, string>, locators: JsonObject[]) =>
  findUnknownClusters({
    config: new ConfigReader({
      kubernetes: { clusterLocatorMethods: locators },
    }),
    path: 'catalog.providers.gen3.git.clusters',
    clusters,
  });

const east = {
  type: 'config',
  clusters: [{ name: 'east-1' }, { name: 'west-1' }],
};

describe('findUnknownClusters', () => {
  it('takes names that Backstage has', () => {
    expect(find({ east: 'east-1' }, [east])).toEqual({});
  });

  it('names the key, the value and what is known of every other one', () => {
    expect(
      find({ east: 'east-9', west: 'west-1', south: 'south-1' }, [east]),
    ).toEqual({
      east: 'catalog.providers.gen3.git.clusters.east: "east-9" is no cluster of kubernetes.clusterLocatorMethods; known are east-1, west-1',
      south:
        'catalog.providers.gen3.git.clusters.south: "south-1" is no cluster of kubernetes.clusterLocatorMethods; known are east-1, west-1',
    });
  });

  it.each([
    ['no cluster is connected', []],
    ['some are found elsewhere', [east, { type: 'catalog' }]],
  ])('cannot tell where %s', (_, locators) => {
    expect(find({ east: 'east-9' }, locators)).toEqual({});
  });
});
