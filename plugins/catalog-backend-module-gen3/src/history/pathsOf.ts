import { posix } from 'node:path';

/** Folders within the folder of one commons. */
const WITHIN = ['templates', 'values'];

/** Folders that hold the files of many commons side by side. */
const SHARED = ['deployments', 'applications', 'argocd', 'apps'];

/**
 * What of a repository is about one commons, given the file that declares it: its folder with the values in it; the file itself where
 * files of many commons lie side by side, with the folder that OCC's layout keeps values in (`<cluster>/gen3/<hostname>`). Empty text
 * is the whole repository.
 *
 * @param path - `<cluster>/<hostname>/templates/app.yaml`, `<hostname>/manifest.json`, `<cluster>/deployments/<any>.yaml`
 */
export function pathsOf(path: string, hostname: string): string[] {
  let folder = posix.dirname(path);
  while (WITHIN.includes(posix.basename(folder))) {
    folder = posix.dirname(folder);
  }
  if (folder === '.') return [''];
  if (!SHARED.includes(posix.basename(folder))) return [folder];
  return [path, posix.join(posix.dirname(folder), 'gen3', hostname)];
}
