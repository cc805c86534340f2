import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository on disk that a source can read by `file://`. */
export class GitOrigin {
  readonly url: string;
  readonly #folder: string;

  static async create(folder: string): Promise<GitOrigin> {
    const origin = new GitOrigin(folder);
    await origin.#git('init', '--initial-branch=main');
    return origin;
  }

  private constructor(folder: string) {
    this.#folder = folder;
    this.url = `file://${folder}`;
  }

  /** Writes files, removes those that are `null`, and commits. */
  async commit(files: Record<string, string | null>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.#folder, path);
      // One after the other: they may share folders.
      if (text === null) {
        await rm(file);
      } else {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
    await this.#git('add', '--all');
    await this.#git('commit', '--quiet', '--message=change');
  }

  async #git(...parameters: string[]): Promise<void> {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=t@example.org'];
    await run('git', [...identity, ...parameters], { cwd: this.#folder });
  }
}
