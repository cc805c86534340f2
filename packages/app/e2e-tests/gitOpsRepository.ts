import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The team's GitOps repository, changed as a colleague would: clone, commit, push. */
export class GitOpsRepository {
  readonly #url: string;

  private constructor(url: string) {
    this.#url = url;
  }

  static at(url: string): GitOpsRepository {
    return new GitOpsRepository(url);
  }

  /** An empty one. */
  static create(url: string): GitOpsRepository {
    execFileSync('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      url,
    ]);
    return new GitOpsRepository(url);
  }

  /** A file as the default branch has it. */
  read(path: string): string {
    return execFileSync(
      'git',
      [`--git-dir=${this.#url}`, 'show', `HEAD:${path}`],
      { encoding: 'utf8' },
    );
  }

  /** Commits files by path; `undefined` deletes one. */
  commit(message: string, files: Record<string, string | undefined>): void {
    const clone = mkdtempSync(join(tmpdir(), 'gen3-csoc-clone-'));
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args],
        { cwd: clone, stdio: 'pipe' },
      );
    try {
      git('clone', '--quiet', this.#url, '.');
      for (const [path, content] of Object.entries(files)) {
        const file = join(clone, path);
        if (content === undefined) {
          rmSync(file);
        } else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
      git('push', '--quiet', 'origin', 'HEAD');
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  }
}
