import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { LaunchFile } from '../types';

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

/**
 * A committed folder that says what files must be. `UPDATE_GOLDEN=1` in the environment writes it anew; look at the difference before
 * you commit it.
 *
 * @example
 * expect(files).toEqual(goldenTree(join(__dirname, '__golden__', 'plain'), files));
 */
export function goldenTree(
  folder: string,
  files: readonly LaunchFile[],
): LaunchFile[] {
  if (process.env.UPDATE_GOLDEN) {
    rmSync(folder, { recursive: true, force: true });
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
  return listFiles(folder)
    .map(path => ({
      path: relative(folder, path),
      content: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
