import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { FileReading } from '../repository/RepositorySnapshot';
import { ValueLayer } from './locateValues';
import { MAX_YAML_LENGTH, readYaml } from './readYaml';

/** A layer that could be read. */
export interface ReadLayer {
  /** File, or the Application itself for what it says inline. */
  file: string;
  values: unknown;
  inline: boolean;
  /** Line of a key in this layer. */
  lineOf(key: string): number | undefined;
}

/** All layers of a commons: what could be read, what is odd, and what keeps it from being read at all. */
export interface ReadLayers {
  layers: ReadLayer[];
  findings: Finding[];
  /** A file that the Application names could not be read, so values are missing; the findings say which. */
  incomplete: boolean;
  fatal?: Finding;
}

/** What became of a value file at its revision. */
export type ValueFile =
  | FileReading
  /** It lies in a repository that this source does not read. */
  | { kind: 'elsewhere' }
  | { kind: 'no-revision' }
  /** The revision may be there, but the way the repository is read does not get at it. */
  | { kind: 'unreadable-revision'; reason: string };

/** Reads the layers of values; pure. */
export function readLayers(options: {
  layers: readonly ValueLayer[];
  /** Path of the file that declares the Application. */
  application: string;
  fileOf(layer: ValueLayer & { kind: 'file' }): ValueFile;
}): ReadLayers {
  const { layers, application, fileOf } = options;
  const read: ReadLayers = { layers: [], findings: [], incomplete: false };
  for (const layer of layers) {
    if (layer.kind === 'file') {
      addFile(read, layer, fileOf(layer), application);
    } else if (layer.kind === 'inline') {
      addLayer(read, {
        file: application,
        values: layer.values,
        inline: true,
        lineOf: () => undefined,
      });
    } else if (layer.kind === 'broken') {
      read.fatal ??= {
        severity: 'error',
        code: 'yaml-broken',
        message: `"${layer.key}" of the Application is not valid YAML: ${layer.message}`,
        fix: `Correct the YAML in "${layer.key}"`,
        file: application,
        key: layer.key,
      };
    } else {
      read.incomplete = true;
      read.findings.push({
        severity: 'error',
        code: layer.code,
        message: `The value file "${layer.name}" was not read: ${layer.message}`,
        fix: layer.fix,
        file: application,
        key: 'helm.valueFiles',
      });
    }
  }
  return read;
}

function addFile(
  read: ReadLayers,
  layer: ValueLayer & { kind: 'file' },
  file: ValueFile,
  application: string,
) {
  const found: ValueFile =
    file.kind === 'text' && file.text.length > MAX_YAML_LENGTH
      ? { kind: 'too-large', size: file.text.length }
      : file;
  if (found.kind !== 'text') {
    if (!(layer.optional && found.kind === 'missing')) {
      read.findings.push(absence(layer, found, application));
      read.incomplete ||= !isDefaults(layer);
    }
    return;
  }
  const yaml = readYaml(found.text);
  if (!yaml.ok) {
    read.fatal ??= {
      severity: 'error',
      code: 'yaml-broken',
      message: `The value file is not valid YAML: ${yaml.message}`,
      fix: 'Correct the YAML at this line',
      file: layer.path,
      line: yaml.line,
    };
    return;
  }
  addLayer(read, {
    file: layer.path,
    values: yaml.documents[0],
    inline: false,
    lineOf: yaml.lineOf,
  });
}

/** The chart's own `values.yaml` holds its defaults, which the registry knows: nothing of the commons is missing. */
function isDefaults(layer: ValueLayer & { kind: 'file' }): boolean {
  return layer.besideChart && /^(\.\/)*values\.yaml$/.test(layer.name);
}

function addLayer(read: ReadLayers, layer: ReadLayer) {
  const { values, file } = layer;
  const isMap =
    values === undefined ||
    values === null ||
    (typeof values === 'object' && !Array.isArray(values));
  if (isMap) {
    read.layers.push(layer);
    return;
  }
  read.fatal ??= {
    severity: 'error',
    code: 'values-not-a-map',
    message: `The values are a ${
      Array.isArray(values) ? 'list' : typeof values
    }, not a map of keys`,
    fix: 'Write keys such as "global:" at the top level of the file',
    file,
    line: layer.inline ? undefined : 1,
  };
}

/** What is said of a value file that was not read: names the file, its revision and the fix. */
function absence(
  layer: ValueLayer & { kind: 'file' },
  found: Exclude<ValueFile, { kind: 'text' }>,
  application: string,
): Finding {
  const { name, path, revision, repository } = layer;
  const at = `"${path}" at revision "${revision}"`;
  const about = {
    severity: 'error' as const,
    file: application,
    key: 'helm.valueFiles',
  };
  switch (found.kind) {
    case 'missing':
      return {
        ...about,
        code: 'values-missing',
        message: `The value file ${at} does not exist`,
        fix: `Add the file, correct "${name}", or set the targetRevision of its source`,
      };
    case 'no-revision':
      return {
        ...about,
        code: 'values-revision-missing',
        message: `The value file ${at} cannot be read: the repository has no such branch or tag`,
        fix: 'Correct the targetRevision of the source that has the values',
      };
    case 'unreadable-revision':
      return {
        ...about,
        code: 'values-revision-unreadable',
        message: `The value file ${at} cannot be read: ${found.reason}`,
        fix: 'Correct the targetRevision of the source that has the values, or set "reader: git" in the config of this source',
      };
    case 'too-large':
      return {
        ...about,
        code: 'values-too-large',
        message: `The value file ${at} has ${found.size} bytes, more than the portal reads`,
        fix: 'Move large content out of the values',
      };
    default:
      return {
        ...about,
        code: 'values-elsewhere',
        message: `The value file "${path}" lies in another repository, "${redactUrls(
          repository,
        ).slice(
          0,
          200,
        )}" at revision "${revision}", which this source does not read`,
        fix: 'Keep the values beside the Application, or add that repository as a source',
      };
  }
}
