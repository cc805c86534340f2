import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Author of the first commit; a machine may have no git identity. */
const IDENTITY = [
  '-c',
  'user.name=Example CSOC',
  '-c',
  'user.email=csoc@example.org',
];

/**
 * Makes a bare git repository whose branch `main` holds the files of a folder, as a team's GitOps repository would.
 * Leaves a repository alone that is already there: people commit to it.
 */
export async function createRepository(options: {
  from: string;
  repository: string;
  signal: AbortSignal;
}): Promise<void> {
  const { from, repository, signal } = options;
  if (existsSync(repository)) {
    return;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'gen3-csoc-'));
  const git = (cwd: string, ...args: string[]) =>
    run('git', [...IDENTITY, ...args], { cwd, signal });
  try {
    const tree = join(scratch, 'tree');
    await cp(from, tree, { recursive: true });
    await git(tree, 'init', '--quiet', '--initial-branch', 'main');
    await git(tree, 'add', '--all');
    await git(tree, 'commit', '--quiet', '--message', 'The example fleet');
    const bare = join(scratch, 'bare.git');
    await git(scratch, 'clone', '--quiet', '--bare', tree, bare);
    await mkdir(join(repository, '..'), { recursive: true });
    // Moved into place last, so that a half-made repository is never taken for a whole one.
    await cp(bare, `${repository}.new`, { recursive: true });
    await run('mv', [`${repository}.new`, repository], { signal });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
