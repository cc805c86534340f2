import { isError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this process alone. */
export interface TemporaryFolder {
  path: string;
  /** Removes the folder with everything in it; may be called twice. */
  remove(): Promise<void>;
}

/** Folders of this process, removed at the latest when it exits. */
const live = new Set<string>();

/**
 * Makes a folder that no other process uses, and removes those that processes of this machine left when they were killed.
 *
 * The name carries machine and process id, because containers may share the parent folder but not their processes.
 *
 * @param options.kind - what the folder is for, e.g. `gen3-git`.
 * @param options.parent - where folders are made.
 * @defaultValue the system's folder for temporary files
 * @param options.removeLeftover - removes what another process left.
 */
export async function createTemporaryFolder(options: {
  kind: string;
  parent?: string;
  removeLeftover?: (path: string) => Promise<void>;
}): Promise<TemporaryFolder> {
  const {
    parent = tmpdir(),
    removeLeftover = path => rm(path, { recursive: true, force: true }),
  } = options;
  const machine = hostname().replace(/[^A-Za-z0-9-]/g, '-');
  const prefix = `${options.kind}-${machine}-`;
  const leftovers = await listLeftovers(parent, prefix);
  // What may not be removed, because another user left it, stays: it only takes up disk, and the next process tries again.
  await Promise.allSettled(leftovers.map(removeLeftover));
  const path = join(parent, `${prefix}${process.pid}-${randomUUID()}`);
  // It is known before it exists: whoever removes leftovers meanwhile must spare it.
  if (live.size === 0) process.once('exit', removeAll);
  live.add(path);
  await mkdir(path, { mode: 0o700 });
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      live.delete(path);
      if (live.size === 0) process.removeListener('exit', removeAll);
    },
  };
}

function removeAll() {
  for (const path of live) rmSync(path, { recursive: true, force: true });
}

async function listLeftovers(
  parent: string,
  prefix: string,
): Promise<string[]> {
  const names = await readdir(parent);
  return names
    .filter(name => {
      const match = name.startsWith(prefix)
        ? /^(\d+)-/.exec(name.slice(prefix.length))
        : null;
      return match !== null && !isInUse(join(parent, name), Number(match[1]));
    })
    .map(name => join(parent, name));
}

/** In a container that starts again, a process has the id of the one that was killed: then only `live` tells. */
function isInUse(path: string, pid: number): boolean {
  if (pid === process.pid) return live.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it lives.
    return !isError(error) || error.code !== 'ESRCH';
  }
}
