import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { BACKSTAGE_CLI, REPOSITORY } from '../repository';

const run = promisify(execFile);

const APP = resolve(REPOSITORY, 'packages/app');
const STAMP = resolve(APP, 'dist/.built-from');

/** What the built app depends on. */
const INPUTS = [
  'packages/app',
  'plugins/gen3',
  'plugins/gen3-common',
  'app-config.yaml',
  'yarn.lock',
];

/** Fingerprint of the app's sources, committed or not. */
async function fingerprint(): Promise<string> {
  const { stdout } = await run(
    'git',
    ['ls-files', '-z', '-co', '--exclude-standard', '--', ...INPUTS],
    { cwd: REPOSITORY, maxBuffer: 16 * 1024 * 1024 },
  );
  const hash = createHash('sha256');
  const files = stdout.split('\0').filter(Boolean).sort();
  for (const file of files) {
    const path = resolve(REPOSITORY, file);
    hash.update(file);
    // A file that git still lists may have been deleted from the work tree.
    if (existsSync(path)) {
      hash.update(await readFile(path));
    }
  }
  return hash.digest('hex');
}

/** Builds the app unless the build in `packages/app/dist` is of exactly these sources. */
export async function buildAppIfStale(options: {
  signal: AbortSignal;
  say: (message: string) => void;
}): Promise<void> {
  const wanted = await fingerprint();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) {
    return;
  }
  options.say('building the app (about half a minute)');
  await run(
    process.execPath,
    [
      BACKSTAGE_CLI,
      'package',
      'build',
      '--config',
      resolve(REPOSITORY, 'app-config.yaml'),
    ],
    { cwd: APP, signal: options.signal, maxBuffer: 16 * 1024 * 1024 },
  );
  await writeFile(STAMP, wanted);
}
