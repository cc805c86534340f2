import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { checkClusterMap } from './checkClusterMap';

const PATH = 'catalog.providers.gen3.git.clusters';

const check = (clusters: Record<string, string>, locators: JsonObject[]) =>
  checkClusterMap(
    new ConfigReader({
      kubernetes: { clusterLocatorMethods: locators },
    }),
    PATH,
    clusters,
  );

const east = {
  type: 'config',
  clusters: [{ name: 'east-1' }, { name: 'west-1' }],
};

describe('checkClusterMap', () => {
  it('takes names that Backstage has', () => {
    expect(() => check({ east: 'east-1' }, [east])).not.toThrow();
  });

  it('refuses another one with its key, its value and what is known', () => {
    expect(() => check({ east: 'east-9' }, [east])).toThrow(
      'catalog.providers.gen3.git.clusters.east: "east-9" is no cluster of kubernetes.clusterLocatorMethods; known are east-1, west-1',
    );
  });

  it.each([
    ['no cluster is connected', []],
    ['some are found elsewhere', [east, { type: 'catalog' }]],
  ])('cannot tell where %s', (_, locators) => {
    expect(() => check({ east: 'east-9' }, locators)).not.toThrow();
  });
});
