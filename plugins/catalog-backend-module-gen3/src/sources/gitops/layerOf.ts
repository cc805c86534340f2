import { ReadLayer } from './readLayers';

/** The last layer that has a key: the one that counts. */
export function layerOf(
  key: string,
  layers: readonly ReadLayer[],
): ReadLayer | undefined {
  const keys = key.split('.');
  return [...layers].reverse().find(layer => {
    let at: unknown = layer.values;
    return keys.every(each => {
      if (typeof at !== 'object' || at === null) return false;
      at = new Map<string, unknown>(Object.entries(at)).get(each);
      return at !== undefined && at !== null;
    });
  });
}
