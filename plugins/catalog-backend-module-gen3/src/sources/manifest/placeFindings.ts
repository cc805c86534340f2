import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readYaml, YamlLines } from '@gen3-csoc/backstage-plugin-gen3-node';
import { ManifestFolder } from './findManifests';

/** What findings call the mesh's file, whose keys follow. */
const MESH_KEY = 'metadata/aggregate_config.json';

/** Texts of one folder's files; `aggregateConfig` is absent when there is no such file. */
export interface ManifestTexts {
  manifest: string;
  aggregateConfig?: string;
}

/** Says in which file and line findings about keys are; a key that is missing is spoken of where it belongs. */
export function placeFindings(
  findings: readonly Finding[],
  folder: ManifestFolder,
  texts: ManifestTexts,
): Finding[] {
  // The parser takes its time, and most manifests have no findings.
  if (findings.length === 0) return [];
  const manifest = linesOf(texts.manifest);
  const mesh = linesOf(texts.aggregateConfig ?? '');
  return findings.map(finding => {
    const { key = '', ...rest } = finding;
    if (!key.startsWith(MESH_KEY)) {
      const line = key === '' ? undefined : manifest?.near(key);
      return { ...finding, file: folder.manifest, line };
    }
    const own = key.slice(MESH_KEY.length + 1);
    const line = mesh?.near(own);
    const file = folder.aggregateConfig;
    return { ...rest, file, line, ...(own && { key: own }) };
  });
}

/** JSON is YAML, whose parser tells lines. */
function linesOf(text: string): YamlLines | undefined {
  const yaml = readYaml(text);
  return yaml.ok ? yaml.lines[0] : undefined;
}
