import { mergeValues } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReadLayer } from './readLayers';

/**
 * Turns values of a chart that depends on the gen3 chart into what the gen3 chart gets: its own key, with the globals of
 * the outer chart over its own, as Helm does it.
 */
export function unwrapUmbrella(layer: ReadLayer, key: string): ReadLayer {
  const values = entriesOf(layer.values);
  const own = values.get(key);
  const global = values.get('global');
  return {
    ...layer,
    values: mergeValues([
      Object.fromEntries(entriesOf(own)),
      { global: Object.fromEntries(entriesOf(global)) },
    ]),
    lineOf: each => layer.lineOf(each) ?? layer.lineOf(`${key}.${each}`),
  };
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );
}
