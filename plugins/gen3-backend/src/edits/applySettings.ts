import { ConflictError } from '@backstage/errors';
import {
  type ChangeFile,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { readYaml } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { JsonObject } from '@backstage/types';
import { valueAt } from '../preflight/valueAt';
import { chooseLayer, type FileLayer } from './chooseLayer';
import type { CommonsInGit, ValuesLayer } from './types';
import { setInYaml } from './yaml/setInYaml';
import type { YamlSetting } from './yaml/types';
import { YamlEditError } from './yaml/YamlEditError';

/** The values files of a commons with settings made. */
export interface AppliedSettings {
  /** Files that differ, by path. */
  files: ChangeFile[];
  /** What all layers together say then. */
  values: JsonObject;
}

/**
 * Sets values in the files that decide about them, and leaves alone what holds already.
 *
 * @throws ConflictError when a file cannot be edited so, with the file and the reason.
 */
export function applySettings(
  { layers }: Pick<CommonsInGit, 'layers'>,
  settings: readonly YamlSetting[],
): AppliedSettings {
  const values = mergeLayers(layers);
  const open = settings.filter(
    ({ path, value }) => valueAt(values, path.join('.')) !== value,
  );
  const byFile = new Map<FileLayer, YamlSetting[]>();
  for (const setting of open) {
    const layer = chooseLayer(layers, setting.path);
    byFile.set(layer, [...(byFile.get(layer) ?? []), setting]);
  }
  const edited = layers.map(layer => {
    const own = layer.kind === 'file' ? byFile.get(layer) ?? [] : [];
    return layer.kind === 'file' && own.length > 0 ? edit(layer, own) : layer;
  });
  const files = layers.flatMap((layer, index): ChangeFile[] => {
    const after = edited[index];
    return layer.kind === 'file' &&
      after?.kind === 'file' &&
      after.text !== layer.text
      ? [{ path: layer.path, before: layer.text, after: after.text }]
      : [];
  });
  const after = mergeLayers(edited);
  requireMade(after, open);
  return { files, values: after };
}

/** What the layers that can be read say together. */
export function mergeLayers(layers: readonly ValuesLayer[]): JsonObject {
  return mergeValues(
    layers.flatMap(layer => (layer.kind === 'foreign' ? [] : [layer.values])),
  );
}

function edit(layer: FileLayer, settings: YamlSetting[]): FileLayer {
  const { path, text } = layer;
  try {
    const after = setInYaml(text, settings);
    const read = readYaml(after);
    return {
      ...layer,
      text: after,
      values: read.ok ? mergeValues(read.documents) : layer.values,
    };
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error;
    const keys = settings.map(each => each.path.join('.')).join(', ');
    throw new ConflictError(
      `${keys} cannot be set in "${path}": ${error.message}. Edit the file by hand`,
    );
  }
}

/** A layer above may say otherwise in a way that nobody thought of. */
function requireMade(values: JsonObject, settings: YamlSetting[]): void {
  const failed = settings.find(
    ({ path, value }) =>
      String(valueAt(values, path.join('.'))) !== String(value),
  );
  if (!failed) return;
  throw new ConflictError(
    `"${failed.path.join('.')}" would not become "${
      failed.value
    }": another values file of the Application says otherwise`,
  );
}
