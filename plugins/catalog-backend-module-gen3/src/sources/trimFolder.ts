import { posix } from 'node:path';

/** A folder as config may write it (`./a/`, `/a`, `.`) as the paths of a repository begin with it; `''` is the root. */
export function trimFolder(folder: string): string {
  return posix.normalize(`/${folder}`).replace(/^\/+/, '').replace(/\/+$/, '');
}
