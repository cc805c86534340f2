import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder } from '../process/temporaryFolder';
import type { GitCall, GitEnd, GitProgram } from './GitProgram';
import type { BareRepository } from './openBareRepository';

/** A call of git in a scratch repository. */
export type ScratchCall = Omit<GitCall, 'signal'>;

/**
 * A repository in a temporary folder that sees all objects of another one and keeps its own to itself: what is made here
 * reaches the other by a push, or not at all.
 */
export class ScratchRepository {
  /** The repository that it sees. */
  readonly origin: BareRepository;
  readonly signal: AbortSignal;
  readonly #git: GitProgram;
  readonly #folder: string;

  private constructor(options: {
    git: GitProgram;
    origin: BareRepository;
    folder: string;
    signal: AbortSignal;
  }) {
    this.#git = options.git;
    this.origin = options.origin;
    this.#folder = options.folder;
    this.signal = options.signal;
  }

  /** Makes one, lets `work` use it, and removes it however the work ends. */
  static async use<T>(
    options: {
      git: GitProgram;
      origin: BareRepository;
      /** Folder of temporary folders. @defaultValue the system's */
      parent?: string;
      signal: AbortSignal;
    },
    work: (scratch: ScratchRepository) => Promise<T>,
  ): Promise<T> {
    const { git, origin, parent, signal } = options;
    const folder = await createTemporaryFolder({ kind: 'gen3-change', parent });
    try {
      const scratch = new ScratchRepository({
        git,
        origin,
        folder: folder.path,
        signal,
      });
      await scratch.#begin();
      return await work(scratch);
    } finally {
      await folder.remove();
    }
  }

  /** @throws GitError for everything but success. */
  async run(call: ScratchCall): Promise<string> {
    return (await this.read(call)).toString('utf8');
  }

  /** @throws GitError for everything but success. */
  async read(call: ScratchCall): Promise<Buffer> {
    return this.#git.run(this.#here(call));
  }

  /** As of GitProgram. */
  async attempt(call: ScratchCall): Promise<GitEnd> {
    return this.#git.attempt(this.#here(call));
  }

  /** As `attempt`, and not cut off by the signal. */
  async carryThrough(call: ScratchCall): Promise<GitEnd> {
    const { signal } = new AbortController();
    return this.#git.attempt({ ...this.#here(call), signal });
  }

  /** The error of a call that ended with a code that its caller knows no meaning of. */
  errorOf(call: ScratchCall, complaint: string): Error {
    return this.#git.errorOf(call, complaint);
  }

  /** Stores texts as blobs, whose ids it answers in the order of the texts. */
  async writeBlobs(texts: readonly string[]): Promise<string[]> {
    if (texts.length === 0) return [];
    const folder = join(this.#folder, 'content');
    await mkdir(folder, { recursive: true });
    const paths: string[] = [];
    for (const [index, text] of texts.entries()) {
      const path = join(folder, String(index));
      // One after the other: a change may have more files than a process may have open.
      await writeFile(path, text);
      paths.push(path);
    }
    const output = await this.run({
      operation: 'write files',
      args: ['hash-object', '-w', '--no-filters', '--stdin-paths'],
      input: paths.map(path => `${path}\n`).join(''),
    });
    return output.trim().split('\n');
  }

  async #begin(): Promise<void> {
    await this.#git.run({
      operation: 'begin a change',
      args: [
        'init',
        '--quiet',
        '--bare',
        '--template=',
        `--object-format=${this.origin.objectFormat}`,
        '--',
        join(this.#folder, 'git'),
      ],
      signal: this.signal,
    });
    const info = join(this.#folder, 'git', 'objects', 'info');
    await mkdir(info, { recursive: true });
    await writeFile(join(info, 'alternates'), `${this.origin.objects}\n`);
  }

  #here(call: ScratchCall): GitCall {
    return {
      ...call,
      args: [`--git-dir=${join(this.#folder, 'git')}`, ...call.args],
      signal: this.signal,
    };
  }
}
