import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the first commit needs whatever git is like on this machine: it may have no identity, or keys and hooks of its own. */
const OWN_CONFIG = [
  'user.name=Example CSOC',
  'user.email=csoc@example.org',
  'commit.gpgsign=false',
  'core.hooksPath=/dev/null',
].flatMap(setting => ['-c', setting]);

const BRANCH = ['--initial-branch', 'main'];

/**
 * Makes a bare git repository whose branch `main` holds the files of a folder, as a team's GitOps repository would.
 * Leaves a repository alone that is already there: people commit to it.
 */
export async function createRepository(options: {
  from: string;
  repository: string;
  signal: AbortSignal;
  /** @default that of this process */
  environment?: Record<string, string | undefined>;
}): Promise<void> {
  const { from, repository, signal, environment = process.env } = options;
  if (existsSync(repository)) {
    return;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'gen3-csoc-'));
  const git = (cwd: string, ...args: string[]) =>
    run('git', [...OWN_CONFIG, ...args], { cwd, signal, env: environment });
  try {
    const tree = join(scratch, 'tree');
    await cp(from, tree, { recursive: true });
    await git(tree, 'init', '--quiet', ...BRANCH);
    await git(tree, 'add', '--all');
    await git(tree, 'commit', '--quiet', '--message', 'The example fleet');
    const bare = join(scratch, 'bare.git');
    await git(scratch, 'init', '--quiet', '--bare', ...BRANCH, bare);
    // A push packs as it does at every host; a clone of a folder would copy one file for each object.
    await git(tree, 'push', '--quiet', bare, 'main');
    // Moved into place last, so that a half-made repository is never taken for a whole one.
    const next = `${repository}.new`;
    await mkdir(dirname(repository), { recursive: true });
    await rm(next, { recursive: true, force: true });
    await cp(bare, next, { recursive: true });
    await rename(next, repository);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
