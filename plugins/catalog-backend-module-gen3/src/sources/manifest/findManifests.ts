import { compareText } from '../../lib/compareText';
import { trimFolder } from '../trimFolder';

/** One folder with a cloud-automation manifest. */
export interface ManifestFolder {
  /** Name of the folder, by convention the hostname (`cdis-manifest:README.md`). */
  name: string;
  /** Path of its `manifest.json`. */
  manifest: string;
  /** Path of its aggregate metadata configuration, when it has one. */
  aggregateConfig?: string;
}

/**
 * Finds `<folder>/manifest.json` in the root, or in one of `paths`. Deeper ones are something else: cdis-manifest keeps
 * the images of past releases in `releases/<year>/<month>/manifest.json`.
 */
export function findManifests(
  files: readonly string[],
  paths: readonly string[],
): ManifestFolder[] {
  const all = new Set(files);
  const roots = (paths.length > 0 ? paths : ['']).map(trimFolder);
  const manifests = files.filter(file =>
    roots.some(root => isManifestIn(root, file)),
  );
  return [...new Set(manifests)].sort(compareText).map(manifest => {
    const folder = manifest.slice(0, -'/manifest.json'.length);
    const aggregateConfig = `${folder}/metadata/aggregate_config.json`;
    return {
      name: folder.slice(folder.lastIndexOf('/') + 1),
      manifest,
      ...(all.has(aggregateConfig) ? { aggregateConfig } : {}),
    };
  });
}

function isManifestIn(root: string, file: string): boolean {
  if (root !== '' && !file.startsWith(`${root}/`)) {
    return false;
  }
  const parts = file.slice(root === '' ? 0 : root.length + 1).split('/');
  return parts.length === 2 && parts[1] === 'manifest.json';
}
