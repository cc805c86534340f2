import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { mergeValues } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readYaml } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * Reads the values that somebody sends as Helm does, for which `off` without quotes is false and the last of equal keys counts.
 *
 * @throws InputError when they are no YAML, or no map.
 */
export function parseValues(text: string): JsonObject {
  const read = readYaml(text);
  if (!read.ok) {
    const { line } = read;
    throw new InputError(
      `values: is not YAML${line === undefined ? '' : ` (line ${line})`}`,
    );
  }
  if (read.documents.length > 1) {
    throw new InputError('values: is more than one YAML document');
  }
  try {
    return mergeValues(read.documents);
  } catch (error) {
    throw new InputError('values: is no map of values', error);
  }
}
