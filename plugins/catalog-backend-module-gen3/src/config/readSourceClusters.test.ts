import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readSourceClusters } from './readSourceClusters';

const read = (clusterLocatorMethods: JsonValue, named?: string[]) =>
  readSourceClusters({
    config: new ConfigReader({ kubernetes: { clusterLocatorMethods } }),
    path: 'catalog.providers.gen3.live.clusters',
    named,
  });

const configured = [
  { type: 'config', clusters: [{ name: 'east' }, { name: 'west' }] },
];

describe('readSourceClusters', () => {
  it('takes all clusters in config unless the source names some', () => {
    expect(read(configured)).toEqual(['east', 'west']);
    expect(read(configured, ['west', 'west'])).toEqual(['west']);
  });

  it('takes any name where Backstage finds clusters by itself', () => {
    expect(read([{ type: 'gke' }], ['gke-1'])).toEqual(['gke-1']);
  });

  it.each<[string, JsonValue, string[] | undefined, string]>([
    [
      'an unknown name',
      configured,
      ['east', 'wset'],
      'catalog.providers.gen3.live.clusters: "wset" is no cluster of kubernetes.clusterLocatorMethods; known are east, west',
    ],
    [
      'any name where Backstage has no cluster',
      [],
      ['east'],
      '"east" is no cluster of kubernetes.clusterLocatorMethods; none is known: add it there',
    ],
    [
      'an empty list',
      configured,
      [],
      'names no cluster; name one, or leave the key out to read all clusters of kubernetes.clusterLocatorMethods',
    ],
    [
      'no list where config has no cluster',
      [{ type: 'gke' }],
      undefined,
      'missing, and kubernetes.clusterLocatorMethods has no cluster of type "config" to take instead',
    ],
  ])('refuses %s, and says what to do', (_, locators, named, message) => {
    expect(() => read(locators, named)).toThrow(message);
  });
});
