import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A bare repository with an empty commit on `main`. */
export interface TestRepository {
  /** `file://` URL. */
  url: string;
  git(...args: string[]): string;
  /** Paths of all files of a branch. */
  files(branch?: string): string[];
  remove(): void;
}

/**
 * Makes a repository that takes changes.
 *
 * @example
 * const repository = createBareRepository();
 * expect(repository.files()).toEqual([]);
 * repository.remove();
 */
export function createBareRepository(): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), 'gen3-test-changes-'));
  const bare = join(folder, 'gitops.git');
  const git = (...args: string[]) =>
    execFileSync('git', ['--git-dir', bare, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.org',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.org',
      },
    }).trim();
  git('init', '-q', '--bare', '--initial-branch=main', bare);
  const tree = git('hash-object', '-t', 'tree', '-w', '/dev/null');
  git('update-ref', 'refs/heads/main', git('commit-tree', '-m', 'first', tree));
  return {
    url: `file://${bare}`,
    git,
    files: (branch = 'main') =>
      git('ls-tree', '-r', '--name-only', branch).split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
