import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Names the process that uses a data folder; scripts/reset.sh reads it, too. */
export const LOCK_FILE = 'portal.pid';

const fileExists = z.looseObject({ code: z.literal('EEXIST') });
const fileMissing = z.looseObject({ code: z.literal('ENOENT') });
const noSuchProcess = z.looseObject({ code: z.literal('ESRCH') });

/** The right to use a data folder. */
export interface DataLock {
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process: two portals on the same SQLite files would corrupt each other's work. The lock of a
 * process that lives no more is taken over.
 *
 * @throws Error with one line that names folder, process and the way out when another process has it.
 */
export async function lockDataFolder(folder: string): Promise<DataLock> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, LOCK_FILE);
  if (!(await tryLock(file))) {
    const holder = await readHolder(file);
    if (holder !== undefined && isAlive(holder)) {
      throw new Error(
        `the data in ${folder} is in use by process ${holder}: stop it, or use another folder with GEN3_CSOC_DATA=other make start (if ${holder} is no portal, delete ${file})`,
      );
    }
    await rm(file, { force: true });
    if (!(await tryLock(file))) {
      throw new Error(
        `another portal has just started on the data in ${folder}: stop it, or use another folder with GEN3_CSOC_DATA=other make start`,
      );
    }
  }
  return { release: () => rm(file, { force: true }) };
}

/** Answers whether the lock file could be made, which only one process can. */
async function tryLock(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(`${process.pid}\n`);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (fileExists.safeParse(error).success) {
      return false;
    }
    throw error;
  }
}

/** The process in a lock file; undefined when it is gone or says nothing of use, as after a power cut. */
async function readHolder(file: string): Promise<number | undefined> {
  try {
    const pid = Number((await readFile(file, 'utf8')).trim());
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (fileMissing.safeParse(error).success) {
      return undefined;
    }
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return !noSuchProcess.safeParse(error).success;
  }
}
