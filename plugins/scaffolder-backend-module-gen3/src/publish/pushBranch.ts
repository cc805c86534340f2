import { type GitAtHost, SCAFFOLDER_GIT } from './scaffolderGit';
import type { PullRequest, StepContext } from './types';
import { writeFiles } from './writeFiles';

/** Makes the branch of a change at its host. */
export type PushBranch = (
  request: PullRequest,
  context: StepContext,
) => Promise<void>;

/**
 * Commits a change to a branch of its own, and pushes it with the helpers of the scaffolder. The branch must not be at the host: git refuses
 * another commit there, and the helpers try again for a minute.
 */
export function pushBranch(host: GitAtHost): PushBranch {
  const { findAuth, remoteOf, git = SCAFFOLDER_GIT } = host;
  return async (request, context) => {
    const { repository, branch, base, message, author, files } = request;
    const { logger } = context;
    const dir = await context.createTemporaryDirectory();
    const auth = await findAuth(repository);
    const at = { dir, auth, logger };
    const url = remoteOf?.(repository) ?? repository;
    await git.cloneRepo({ ...at, url, ref: base, depth: 1 });
    await git.createBranch({ ...at, ref: branch });
    await writeFiles(dir, files);
    for (const { path, content } of files) {
      const stage = content === undefined ? git.removeFiles : git.addFiles;
      // One after the other: they write the same index.
      // eslint-disable-next-line no-await-in-loop
      await stage({ ...at, filepath: path });
    }
    await git.commitAndPushBranch({
      ...at,
      commitMessage: message,
      gitAuthorInfo: author,
      branch,
      remoteRef: `refs/heads/${branch}`,
    });
  };
}
