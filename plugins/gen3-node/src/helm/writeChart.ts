import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { HelmError } from './HelmError';

/**
 * Writes a chart's files below a folder.
 *
 * @throws HelmError when a name would leave the folder; nothing is written then.
 */
export async function writeChart(
  folder: string,
  files: ReadonlyMap<string, string | Buffer>,
): Promise<void> {
  const names = [...files.keys()];
  const bad = names.find(name => !staysInside(name));
  if (bad !== undefined) {
    throw HelmError.create({
      reason: 'bad-file-name',
      message: `the chart has a file named ${JSON.stringify(
        bad.slice(0, 100),
      )}`,
      fix: 'give the file a name without "..", backslash or leading slash',
    });
  }
  const folders = new Set(names.map(name => dirname(join(folder, name))));
  await Promise.all([...folders].map(each => mkdir(each, { recursive: true })));
  await Promise.all(
    [...files].map(([name, text]) => writeFile(join(folder, name), text)),
  );
}

function staysInside(name: string): boolean {
  return (
    name !== '' &&
    !/[\\\0]/.test(name) &&
    !posix.isAbsolute(name) &&
    posix.normalize(name) === name &&
    name !== '.' &&
    name !== '..' &&
    !name.startsWith('../') &&
    !name.endsWith('/')
  );
}
