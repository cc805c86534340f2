import { ConfigReader } from '@backstage/config';
import { readKubernetesClusterNames } from './readKubernetesClusterNames';

it('reads the clusters of the config locator and of no other', () => {
  const config = new ConfigReader({
    kubernetes: {
      clusterLocatorMethods: [
        { type: 'catalog' },
        {
          type: 'config',
          clusters: [{ name: 'east', url: 'https://k.example' }],
        },
      ],
    },
  });
  expect([...readKubernetesClusterNames(config)]).toEqual(['east']);
  expect(readKubernetesClusterNames(new ConfigReader({})).size).toBe(0);
});
