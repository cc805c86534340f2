import { ConflictError } from '@backstage/errors';
import type { ValuesLayer } from './types';

/** A file of values that can be edited. */
export type FileLayer = Extract<ValuesLayer, { kind: 'file' }>;

/**
 * The file in which a value is to be set: the last that says something about it, because that one counts; else the first that has most
 * of the maps around it; else the first.
 *
 * @throws ConflictError when the Application itself sets it, or what the portal cannot read might.
 */
export function chooseLayer(
  layers: readonly ValuesLayer[],
  path: readonly string[],
): FileLayer {
  const setting = layers.findLastIndex(
    layer => layer.kind !== 'foreign' && depthOf(layer, path) === path.length,
  );
  const winner = layers[setting];
  const files = layers.filter(layer => layer.kind === 'file');
  const chosen = winner ?? nearest(files, path);
  const name = path.join('.');
  if (!chosen) throw withoutFile(`"${name}"`);
  if (chosen.kind !== 'file') {
    throw new ConflictError(
      `"${name}" is set in ${
        chosen.kind === 'inline' ? `"${chosen.key}" of` : ''
      } the Application itself, which wins over values files: set it there by hand, or take it out there first`,
    );
  }
  const later = layers
    .slice(layers.indexOf(chosen) + 1)
    .find(layer => layer.kind === 'foreign');
  if (later?.kind === 'foreign') {
    throw new ConflictError(
      `"${later.name}" ${later.why}, and is read after "${chosen.path}": whether it sets "${name}" as well is not known`,
    );
  }
  return chosen;
}

/** @throws ConflictError when no edit can set a value, because there is no file to set it in. */
export function requireValuesFile(layers: readonly ValuesLayer[]): void {
  if (!layers.some(({ kind }) => kind === 'file')) {
    throw withoutFile('a value');
  }
}

function withoutFile(what: string): ConflictError {
  return new ConflictError(
    `The Application names no values file of the repository that ${what} could be set in`,
  );
}

function nearest(
  files: readonly FileLayer[],
  path: readonly string[],
): FileLayer | undefined {
  const deepest = Math.max(...files.map(file => depthOf(file, path)));
  return files.find(file => depthOf(file, path) === deepest);
}

/** How many keys of the path are there; one without a value counts, too, because it takes away what others say. */
function depthOf(
  layer: Exclude<ValuesLayer, { kind: 'foreign' }>,
  path: readonly string[],
): number {
  let at: unknown = layer.values;
  for (const [depth, key] of path.entries()) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return depth;
    at = new Map(Object.entries(at)).get(key);
  }
  return path.length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
