import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  findsOtherClusters,
  LOCATORS_KEY,
  readKubernetesClusterNames,
} from './readKubernetesClusterNames';

/**
 * Makes sure that a source maps its names of clusters to such that Backstage has. Without any cluster in Backstage's own
 * config, or when the kubernetes plugin also finds some elsewhere, nothing can be said.
 *
 * @param path - config path of the map
 * @throws InputError that names the key, the value and what is known
 */
export function checkClusterMap(
  config: Config,
  path: string,
  clusters: Readonly<Record<string, string>>,
): void {
  const known = readKubernetesClusterNames(config);
  if (known.size === 0 || findsOtherClusters(config)) return;
  const wrong = Object.entries(clusters).find(([, name]) => !known.has(name));
  if (wrong) {
    throw new InputError(
      `${path}.${wrong[0]}: "${
        wrong[1]
      }" is no cluster of ${LOCATORS_KEY}; known are ${[...known].join(', ')}`,
    );
  }
}
