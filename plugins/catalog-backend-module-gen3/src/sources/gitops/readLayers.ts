import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  FileLayer,
  MAX_YAML_LENGTH,
  readYaml,
  ValueLayer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { describeAbsence } from './describeAbsence';
import { ValueFile } from './ValueFile';

/** A layer that could be read. */
export interface ReadLayer {
  /** File, or the Application itself for what it says inline. */
  file: string;
  values: unknown;
  /** Key of the Application that holds the values; absent when they are a file. */
  inline?: string;
  /** Line in the file where the layer begins. */
  line?: number;
  /** Line in the file of a key of these values. */
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

/** Reads the layers of values; pure. */
export function readLayers(options: {
  layers: readonly ValueLayer[];
  /** Path of the file that declares the Application. */
  application: string;
  fileOf(layer: FileLayer): ValueFile;
}): ReadLayers {
  const { layers, application, fileOf } = options;
  const read: ReadLayers = { layers: [], findings: [], incomplete: false };
  for (const layer of layers) {
    if (layer.kind === 'file') {
      addFile(read, layer, fileOf(layer), application);
    } else if (layer.kind === 'inline') {
      const { key, line, values, lines } = layer;
      addLayer(read, {
        file: application,
        values,
        inline: key,
        line,
        lineOf: name => (Object.hasOwn(lines, name) ? lines[name] : undefined),
      });
    } else if (layer.kind === 'broken') {
      read.fatal ??= {
        severity: 'error',
        code: 'yaml-broken',
        message: `"${layer.key}" of the Application is not valid YAML: ${layer.message}`,
        fix: `Correct the YAML in "${layer.key}"`,
        file: application,
        line: layer.line,
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
        line: layer.line,
        key: layer.key,
      });
    }
  }
  return read;
}

function addFile(
  read: ReadLayers,
  layer: FileLayer,
  file: ValueFile,
  application: string,
) {
  const found: ValueFile =
    file.kind === 'text' && file.text.length > MAX_YAML_LENGTH
      ? { kind: 'too-large', size: file.text.length }
      : file;
  if (found.kind !== 'text') {
    if (!(layer.optional && found.kind === 'missing')) {
      read.findings.push(describeAbsence(layer, found, application));
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
    line: 1,
    lineOf: key => yaml.lines[0]?.of(key),
  });
}

/** The chart's own `values.yaml` holds its defaults, which the registry knows: nothing of the commons is missing. */
function isDefaults(layer: FileLayer): boolean {
  return layer.besideChart && /^(\.\/)*values\.yaml$/.test(layer.name);
}

function addLayer(read: ReadLayers, layer: ReadLayer) {
  const { values, file, inline, line } = layer;
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
    fix: `Write keys such as "global:" at the top level of ${
      inline === undefined ? 'the file' : `"${inline}"`
    }`,
    file,
    line,
    key: inline,
  };
}
