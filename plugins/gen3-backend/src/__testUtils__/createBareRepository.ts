import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A bare repository with an empty commit on `main`. */
export interface TestRepository {
  /** `file://` URL. */
  url: string;
  git(...args: string[]): string;
  /** Commits files to `main`, as others do. */
  commit(files: Record<string, string>): void;
  /** Text of a file. */
  show(path: string, branch?: string): string;
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
  const run = (args: string[], input?: string) =>
    execFileSync('git', ['--git-dir', bare, ...args], {
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.org',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.org',
      },
    });
  const git = (...args: string[]) => run(args).trim();
  git('init', '-q', '--bare', '--initial-branch=main', bare);
  const tree = git('hash-object', '-t', 'tree', '-w', '/dev/null');
  git('update-ref', 'refs/heads/main', git('commit-tree', '-m', 'first', tree));
  return {
    url: `file://${bare}`,
    git,
    commit: files => {
      const changes = Object.entries(files).map(
        ([path, text]) =>
          `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      );
      run(
        ['fast-import', '--quiet', '--date-format=now'],
        `commit refs/heads/main\ncommitter Test <test@example.org> now\ndata 5\nfiles\nfrom refs/heads/main^0\n${changes.join(
          '',
        )}\n`,
      );
    },
    show: (path, branch = 'main') => run(['show', `${branch}:${path}`]),
    files: (branch = 'main') =>
      git('ls-tree', '-r', '--name-only', branch).split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
