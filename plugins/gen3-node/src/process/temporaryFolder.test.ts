import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTemporaryFolder, TemporaryFolder } from './temporaryFolder';

/** Above every process id that a machine gives. */
const NO_PROCESS = 4_194_999;

describe('createTemporaryFolder', () => {
  let parent: string;
  const made: TemporaryFolder[] = [];

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'gen3-test-parent-'));
  });

  afterEach(async () => {
    await Promise.all(made.splice(0).map(folder => folder.remove()));
    rmSync(parent, { recursive: true, force: true });
  });

  const create = async (
    options: { removeLeftover?: (path: string) => Promise<void> } = {},
  ) => {
    const folder = await createTemporaryFolder({
      kind: 'gen3-test',
      parent,
      ...options,
    });
    made.push(folder);
    return folder;
  };
  const leave = (suffix: string) => {
    const machine = hostname().replace(/[^A-Za-z0-9-]/g, '-');
    const path = join(parent, `gen3-test-${machine}-${NO_PROCESS}-${suffix}`);
    mkdirSync(join(path, 'inside'), { recursive: true });
    return path;
  };

  it('removes what killed processes left, and nothing that is in use', async () => {
    const first = await create();
    const left = leave('a');
    const second = await create();
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(parent)).toHaveLength(2);
    await second.remove();
    expect(existsSync(first.path)).toBe(true);
  });

  it('does without removing what another user left', async () => {
    // One such folder kept every source that git reads from being read, until somebody removed it by hand.
    const foreign = leave('foreign');
    const own = leave('own');
    const folder = await create({
      removeLeftover: async path => {
        if (path === foreign) {
          throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        }
        rmSync(path, { recursive: true });
      },
    });
    expect([folder.path, foreign, own].map(path => existsSync(path))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
