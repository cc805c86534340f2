import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { REPOSITORY } from '../repository';
import { lockDataFolder } from './dataLock';

/** The id of a process that lived once. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

const reset = (folder: string) =>
  spawnSync('scripts/reset.sh', {
    cwd: REPOSITORY,
    env: { ...process.env, GEN3_CSOC_DATA: folder },
    encoding: 'utf8',
  });

describe('the lock of a data folder', () => {
  const directory = createMockDirectory();
  const folder = directory.resolve('data');
  const lockFile = directory.resolve('data/portal.pid');

  beforeEach(() => directory.clear());

  it('names this process until it is released', async () => {
    const lock = await lockDataFolder(folder);

    expect(await readFile(lockFile, 'utf8')).toBe(`${process.pid}\n`);
    await lock.release();
    expect(existsSync(lockFile)).toBe(false);
  });

  // Two portals on different ports ran on the same SQLite files.
  it('refuses a second portal, naming folder, process and the way out', async () => {
    await lockDataFolder(folder);

    await expect(lockDataFolder(folder)).rejects.toThrow(
      `the data in ${folder} is in use by process ${process.pid}: stop it, or use another folder with GEN3_CSOC_DATA=other make start`,
    );
  });

  it.each([
    ['of a process that lives no more', () => `${deadProcess()}\n`],
    ['that a power cut left empty', () => ''],
  ])('takes over one %s', async (_, content) => {
    await (await lockDataFolder(folder)).release();
    await writeFile(lockFile, content());

    await lockDataFolder(folder);

    expect(await readFile(lockFile, 'utf8')).toBe(`${process.pid}\n`);
  });

  describe('and make reset', () => {
    beforeEach(() =>
      directory.setContent({
        data: {
          database: { 'gen3.sqlite': '' },
          'gitops.git': { HEAD: '' },
          'mine.txt': 'not of the portal',
        },
      }),
    );

    // It deleted the files under a running portal, and only ever those of .data.
    it('which refuses while the portal runs', async () => {
      await lockDataFolder(folder);

      const { status, stderr } = reset(folder);

      expect(status).toBe(1);
      expect(stderr).toContain(
        `${folder} is in use by process ${process.pid}: stop it first`,
      );
      expect(existsSync(directory.resolve('data/database'))).toBe(true);
    });

    it('which empties the folder of GEN3_CSOC_DATA of what make start put there, and of nothing else', async () => {
      await writeFile(lockFile, `${deadProcess()}\n`);

      expect(reset(folder)).toMatchObject({ status: 0, stderr: '' });

      expect(directory.content()).toEqual({
        data: { 'mine.txt': 'not of the portal' },
      });
    });

    it('which does not mind that there is nothing', () => {
      const none = directory.resolve('none');

      expect(reset(none)).toMatchObject({ status: 0, stderr: '' });
      expect(existsSync(none)).toBe(false);
    });
  });
});
