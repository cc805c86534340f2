import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PullRequest } from './types';

/** Puts the files of a change into a folder, and takes those away that it removes. @throws Error for a path that leaves the folder. */
export async function writeFiles(
  folder: string,
  files: PullRequest['files'],
): Promise<void> {
  for (const { path, content } of files) {
    const target = resolveSafeChildPath(folder, path);
    if (content === undefined) {
      await rm(target, { force: true });
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
}
