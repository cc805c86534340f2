import { LOCATORS_KEY } from './readKubernetesClusterNames';

/**
 * Finds the names of clusters that a source maps to and that Backstage does not have.
 *
 * @param options - `path`: config path of the map; `clusters`: the map; `connected`: all that Backstage has
 * @returns what is wrong, by the key of the map: the path of that key, the value and what is known
 */
export function findUnknownClusters(options: {
  path: string;
  clusters: Readonly<Record<string, string>>;
  connected: readonly string[];
}): Record<string, string> {
  const { path, clusters, connected } = options;
  const names = connected.join(', ');
  return Object.fromEntries(
    Object.entries(clusters)
      .filter(([, name]) => !connected.includes(name))
      .map(([key, name]) => [
        key,
        `${path}.${key}: "${name}" is no cluster of ${LOCATORS_KEY}; known are ${names}`,
      ]),
  );
}
