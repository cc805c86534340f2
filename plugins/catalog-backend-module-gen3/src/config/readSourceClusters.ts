import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  findsOtherClusters,
  LOCATORS_KEY,
  readKubernetesClusterNames,
} from './readKubernetesClusterNames';

/**
 * The clusters of a `kubernetes` source, each once: those that it names, or all that are in Backstage's own config. Names are
 * compared with that config unless the kubernetes plugin also finds clusters elsewhere.
 *
 * @throws InputError that names the key, the value, what is known and what to do
 */
export function readSourceClusters(options: {
  config: Config;
  /** Config path of the key. */
  path: string;
  /** As the source names them. */
  named: readonly string[] | undefined;
}): string[] {
  const { config, path, named } = options;
  const known = readKubernetesClusterNames(config);
  const names = [...new Set(named ?? known)];
  if (names.length === 0) {
    throw new InputError(
      named
        ? `${path}: names no cluster; name one, or leave the key out to read all clusters of ${LOCATORS_KEY}`
        : `${path}: missing, and ${LOCATORS_KEY} has no cluster of type "config" to take instead; add one there, or name those that another locator finds`,
    );
  }
  const wrong = names.find(name => !known.has(name));
  if (wrong !== undefined && !findsOtherClusters(config)) {
    throw new InputError(
      `${path}: "${wrong}" is no cluster of ${LOCATORS_KEY}; ${
        known.size > 0
          ? `known are ${[...known].join(', ')}`
          : 'none is known: add it there'
      }`,
    );
  }
  return names;
}
