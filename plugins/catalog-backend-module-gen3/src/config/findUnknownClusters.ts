import { Config } from '@backstage/config';
import {
  findsOtherClusters,
  LOCATORS_KEY,
  readKubernetesClusterNames,
} from './readKubernetesClusterNames';

/**
 * Finds the names of clusters that a source maps to and that Backstage does not have. Without any cluster in Backstage's own
 * config, or when the kubernetes plugin also finds some elsewhere, nothing can be said.
 *
 * @param options - `path`: config path of the map; `clusters`: the map
 * @returns what is wrong, by the key of the map: the path of that key, the value and what is known
 */
export function findUnknownClusters(options: {
  config: Config;
  path: string;
  clusters: Readonly<Record<string, string>>;
}): Record<string, string> {
  const { config, path, clusters } = options;
  const known = readKubernetesClusterNames(config);
  if (known.size === 0 || findsOtherClusters(config)) return {};
  const names = [...known].join(', ');
  return Object.fromEntries(
    Object.entries(clusters)
      .filter(([, name]) => !known.has(name))
      .map(([key, name]) => [
        key,
        `${path}.${key}: "${name}" is no cluster of ${LOCATORS_KEY}; known are ${names}`,
      ]),
  );
}
