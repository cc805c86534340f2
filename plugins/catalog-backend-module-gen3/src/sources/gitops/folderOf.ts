import { posix } from 'node:path';

/** Folder of a file, `''` for the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
