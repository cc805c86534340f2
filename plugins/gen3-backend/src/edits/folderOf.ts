import { posix } from 'node:path';

/** Folder of an Application's file, or of the small chart that the file is a template of; `''` is the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  const own =
    posix.basename(folder) === 'templates' ? posix.dirname(folder) : folder;
  return own === '.' ? '' : own;
}
