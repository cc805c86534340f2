import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BareRepositoryChangeHost,
  type BareRepositoryChangeHostOptions,
} from '../BareRepositoryChangeHost';
import { ChangeHostError } from '../ChangeHostError';
import { createTestRemote, type TestRemote } from './createTestRemote';

/** Who proposes. */
export const ADA = { name: 'Ada Ärmel', email: 'ada@example.org' };

/** A real bare repository, and hosts of changes in it. */
export interface TestChanges {
  remote: TestRemote;
  /** Folder of the bare repository. */
  bare: string;
  host(
    options?: Partial<BareRepositoryChangeHostOptions>,
  ): BareRepositoryChangeHost;
  /** Runs git in the bare repository. */
  git(...args: string[]): string;
  /** What every branch of it is at. */
  refs(): string;
  /** All that it has: branches, and how many objects. */
  everything(): string;
  /** Gives it a hook, a script for `sh`. */
  hook(name: string, script: string): void;
  /** Path of a git that runs a script when it is called with a command. */
  gitThat(command: string, script: string): string;
  /** What is left of the work, in the folder for it. */
  leftovers(): string[];
  remove(): void;
}

/**
 * Makes it.
 *
 * @example
 * const changes = createTestChanges();
 * changes.remote.commit({ 'a.yaml': 'a: 1' });
 * await changes.host().findFiles({ ref: 'main', matching: () => true, signal });
 * changes.remove();
 */
export function createTestChanges(): TestChanges {
  const remote = createTestRemote();
  const workingDirectory = mkdtempSync(join(tmpdir(), 'gen3-test-changes-'));
  const bare = join(remote.folder, 'remote.git');
  const git = (...args: string[]) => remote.git(`--git-dir=${bare}`, ...args);
  const script = (path: string, lines: string) => {
    writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    return path;
  };
  const refs = () => git('for-each-ref');
  return {
    remote,
    bare,
    git,
    refs,
    host: options =>
      BareRepositoryChangeHost.create({
        url: remote.url,
        committer: { name: 'Portal', email: 'portal@example.org' },
        workingDirectory,
        ...options,
      }),
    everything: () => `${refs()}\n${git('count-objects', '-v')}`,
    hook(name, lines) {
      mkdirSync(join(bare, 'hooks'), { recursive: true });
      script(join(bare, 'hooks', name), lines);
    },
    gitThat: (command, lines) =>
      script(
        join(remote.folder, `git-${command}`),
        `for word; do if [ "$word" = "${command}" ]; then\n${lines}\nfi; done\nexec git "$@"`,
      ),
    leftovers: () => readdirSync(workingDirectory),
    remove() {
      remote.remove();
      rmSync(workingDirectory, { recursive: true, force: true });
    },
  };
}

/** A proposal of the branch `launch/heart.example` by Ada. */
export function launchOf(files: Record<string, string | undefined>) {
  return {
    branch: 'launch/heart.example',
    base: 'main',
    message: 'launch heart.example\n\nas asked',
    author: ADA,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    signal: new AbortController().signal,
  };
}

/** Waits until a file is there, which a script makes. */
export async function untilExists(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise(resolve => setImmediate(resolve));
}

/** What a refused promise was refused with. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<ChangeHostError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ChangeHostError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
