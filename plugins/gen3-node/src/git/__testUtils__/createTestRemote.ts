import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A bare repository in a temporary folder, with a work tree beside it. */
export interface TestRemote {
  /** Folder of both. */
  folder: string;
  /** `file://` URL of the bare repository. */
  url: string;
  /** Writes files, commits and pushes them; returns the commit. `null` removes a file. */
  commit(files: Record<string, string | null>, branch?: string): string;
  /** Commits a symbolic link. */
  link(path: string, target: string): string;
  git(...args: string[]): string;
  remove(): void;
}

/**
 * Makes a real remote.
 *
 * @example
 * const remote = createTestRemote();
 * const commit = remote.commit({ 'a.yaml': 'a: 1' });
 * remote.remove();
 */
export function createTestRemote(): TestRemote {
  const folder = mkdtempSync(join(tmpdir(), 'gen3-test-remote-'));
  const work = join(folder, 'work');
  const bare = join(folder, 'remote.git');
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: work,
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
  mkdirSync(work);
  git('init', '-q', '--bare', '--initial-branch=main', bare);
  git('init', '-q', '--initial-branch=main');
  git('remote', 'add', 'origin', bare);
  const push = () => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'change');
    git('push', '-q', 'origin', 'HEAD');
    return git('rev-parse', 'HEAD');
  };
  return {
    folder,
    url: `file://${bare}`,
    git,
    commit(files, branch = 'main') {
      git('checkout', '-q', '-B', branch);
      for (const [path, text] of Object.entries(files)) {
        const at = join(work, path);
        mkdirSync(dirname(at), { recursive: true });
        if (text === null) rmSync(at);
        else writeFileSync(at, text);
      }
      return push();
    },
    link(path, target) {
      symlinkSync(target, join(work, path));
      return push();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
