import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Program } from './programs';

const run = promisify(execFile);

/** For up to 60 MB. */
const DOWNLOAD_TIMEOUT_MS = 300_000;

async function download(program: Program): Promise<Buffer> {
  const { name, url, sha256 } = program;
  const response = await fetch(url, {
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new Error(`"${url}" cannot be reached`, { cause: error });
  });
  if (!response.ok) {
    throw new Error(`"${url}" answers ${response.status}`);
  }
  const content = Buffer.from(await response.arrayBuffer());
  const actual = createHash('sha256').update(content).digest('hex');
  if (actual !== sha256) {
    throw new Error(
      `"${url}" is not the ${name} that was released: its SHA-256 is ${actual}, not ${sha256}`,
    );
  }
  return content;
}

/**
 * Downloads a program into a folder, if it is what its makers released. The program is there whole or not at all.
 *
 * @throws Error that says why not
 */
export async function bringProgram(
  program: Program,
  folder: string,
): Promise<void> {
  const { name, inArchive } = program;
  const content = await download(program);
  // In the same folder, so that the program can be moved to its place in one step.
  const scratch = await mkdtemp(join(folder, `${name}.new-`));
  try {
    const file = join(scratch, 'content');
    await writeFile(file, content);
    if (inArchive) {
      await run('tar', ['-xzf', file, '-C', scratch, inArchive]);
    }
    const unpacked = inArchive ? join(scratch, inArchive) : file;
    await chmod(unpacked, 0o755);
    await rename(unpacked, join(folder, name));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
