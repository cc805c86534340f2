import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readAllClusterNames } from './readKubernetesClusterNames';

const read = (locators: JsonObject[]) =>
  readAllClusterNames(
    new ConfigReader({ kubernetes: { clusterLocatorMethods: locators } }),
  );

const east = {
  type: 'config',
  clusters: [{ name: 'east-1' }, { name: 'west-1' }],
};

describe('readAllClusterNames', () => {
  it('reads all clusters of the config', () => {
    expect(read([east])).toEqual(['east-1', 'west-1']);
  });

  it.each([
    ['no cluster is connected', []],
    ['some are found elsewhere', [east, { type: 'catalog' }]],
  ])('cannot tell where %s', (_, locators) => {
    expect(read(locators)).toBeUndefined();
  });
});
