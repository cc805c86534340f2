import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { ChartError } from './ChartError';
import { type ChartTree, MAX_CHART_FILES } from './ChartTree';

/** Files that are looked at or read at once. */
const AT_ONCE = 16;

/**
 * The tree of a folder of this machine, and a fingerprint that changes when a file of it does. Links are not followed.
 *
 * @throws ChartError when there is no such folder, or it has too many files.
 */
export async function readFolderTree(options: {
  folder: string;
  /** As errors name it. */
  chart: string;
}): Promise<{ tree: ChartTree; fingerprint: string }> {
  const { folder, chart } = options;
  const paths = await listFiles(options);
  if (paths.length > MAX_CHART_FILES) {
    throw ChartError.create({
      chart,
      reason: 'too-large',
      detail: `the folder has ${paths.length} files`,
      fix: `name a folder of charts with ${MAX_CHART_FILES} files at most`,
    });
  }
  const limit = pLimit(AT_ONCE);
  const states = await Promise.all(
    paths.map(path =>
      limit(async () => {
        const { size, mtimeMs } = await stat(join(folder, path));
        return `${path}\0${size}\0${mtimeMs}\n`;
      }),
    ),
  );
  const hash = createHash('sha256').update(states.join(''));
  return {
    fingerprint: hash.digest('hex').slice(0, 40),
    tree: {
      list: async () => paths,
      read: async wanted =>
        new Map(
          await Promise.all(
            wanted.map(path =>
              limit(
                async (): Promise<[string, Buffer]> => [
                  path,
                  await readFile(join(folder, path)),
                ],
              ),
            ),
          ),
        ),
    },
  };
}

async function listFiles(options: { folder: string; chart: string }) {
  const { folder, chart } = options;
  try {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) =>
        relative(folder, join(parentPath, name)).split(sep).join('/'),
      )
      .sort();
  } catch (error) {
    throw ChartError.create({
      chart,
      reason: 'not-found',
      detail: 'there is no such folder that the portal may read',
      fix: 'check gen3.changes.chart.repoUrl',
      cause: error,
    });
  }
}
