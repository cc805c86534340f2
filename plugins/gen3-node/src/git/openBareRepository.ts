import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChangeHostError } from './ChangeHostError';
import type { GitProgram } from './GitProgram';
import { requireGitUrl } from './requireGitUrl';

/** A bare repository on this machine. */
export interface BareRepository {
  /** Absolute path of its folder. */
  path: string;
  /** Absolute path of the folder with its objects. */
  objects: string;
  /** `sha1` or `sha256`. */
  objectFormat: string;
}

/** @throws Error when a text is neither an absolute path nor a `file://` URL. */
export function readRepositoryPath(url: string): string {
  if (isAbsolute(url) && !/\p{Cc}/u.test(url)) return url;
  requireGitUrl(url);
  if (/^file:/.test(url)) return fileURLToPath(url);
  throw new Error(
    'A change host for repositories on this machine was given the URL of another one; give it a file:// URL or an absolute path',
  );
}

/**
 * Looks whether a folder is a bare repository.
 *
 * One with a work tree is refused: its files would stay behind when a branch moves under them.
 *
 * @throws ChangeHostError `not-found` when there is no repository, `refused` when it is not bare.
 */
export async function openBareRepository(options: {
  git: GitProgram;
  url: string;
  path: string;
  operation: string;
  signal: AbortSignal;
}): Promise<BareRepository> {
  const { git, url, path, operation, signal } = options;
  const call = {
    operation,
    args: [
      `--git-dir=${path}`,
      'rev-parse',
      '--is-bare-repository',
      '--show-object-format',
      '--git-path',
      'objects',
    ],
    signal,
  };
  const { code, output, complaint } = await git.attempt(call);
  const [isBare, objectFormat, objects] = output.toString('utf8').split('\n');
  if (code === 0 && isBare === 'true' && objectFormat && objects) {
    return { path, objects, objectFormat };
  }
  if (isBare === 'false' || existsSync(join(path, '.git'))) {
    throw ChangeHostError.create({
      url,
      operation,
      reason: 'refused',
      detail: 'it is a repository with a work tree',
      fix: 'make a bare one with "git clone --bare" and name that',
    });
  }
  if (code === 0 || !/not a git repository/i.test(complaint)) {
    throw git.errorOf(call, complaint);
  }
  throw ChangeHostError.create({
    url,
    operation,
    reason: 'not-found',
    detail: existsSync(path)
      ? 'the folder is no git repository'
      : 'there is no such folder',
    fix: 'check the path, or make the repository with "git init --bare"',
  });
}
