import { trimFolder } from './trimFolder';

/**
 * A folder that config names and that nothing lies in is a mistake in config, or was moved: a source that looked past it
 * would find no commons and say that all is well.
 *
 * @param files - paths of the repository that may be read
 * @throws Error that names every such folder
 */
export function requireFolders(
  files: readonly string[],
  paths: readonly string[],
): void {
  const missing = paths.filter(path => {
    const folder = trimFolder(path);
    return folder !== '' && !files.some(file => file.startsWith(`${folder}/`));
  });
  if (missing.length === 0) return;
  const named = missing.map(path => `"${path}"`).join(', ');
  throw new Error(
    `No YAML or JSON file lies in ${named}: correct "paths", which are folders as they are called in the repository, seen from its root`,
  );
}
