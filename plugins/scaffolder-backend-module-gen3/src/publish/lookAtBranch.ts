import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { type GitAtHost, SCAFFOLDER_GIT } from './scaffolderGit';
import type { PullRequest, StepContext } from './types';

/** What a host has of the branch of a change: nothing, the files as the change wants them, or some file otherwise. */
export type BranchAtHost = 'absent' | 'same' | 'other';

/** Looks for the branch of a change at its host. */
export type LookAtBranch = (
  request: PullRequest,
  context: StepContext,
) => Promise<BranchAtHost>;

/** Looks with the git helpers of the scaffolder. @throws what they do when the host cannot be asked. */
export function lookAtBranch(host: GitAtHost): LookAtBranch {
  const { findAuth, remoteOf, git = SCAFFOLDER_GIT } = host;
  return async ({ repository, branch, files }, context) => {
    const dir = await context.createTemporaryDirectory();
    const auth = await findAuth(repository);
    const url = remoteOf?.(repository) ?? repository;
    try {
      // Without a logger, as it would call it an error that the branch is not there, which is the usual case.
      await git.cloneRepo({ url, dir, auth, ref: branch, depth: 1 });
    } catch (error) {
      if (isNotThere(error, branch)) return 'absent';
      throw error;
    }
    return (await holdsAll(dir, files)) ? 'same' : 'other';
  };
}

/** The scaffolder passes on the text of isomorphic-git's NotFoundError, and not its code (plugin-scaffolder-node 0.13). */
function isNotThere(error: unknown, branch: string): boolean {
  return (
    isError(error) && error.message.startsWith(`Could not find ${branch}.`)
  );
}

async function holdsAll(
  folder: string,
  files: PullRequest['files'],
): Promise<boolean> {
  const held = await Promise.all(
    files.map(async ({ path, content }) => {
      return (await readText(resolveSafeChildPath(folder, path))) === content;
    }),
  );
  return held.every(Boolean);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isNone =
      isError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    if (isNone) return undefined;
    throw error;
  }
}
