import { CustomErrorBase } from '@backstage/errors';
import type { LookAtBranch } from './lookAtBranch';
import type { OpenFromBranch, OpenPullRequest } from './types';

/** The branch of a change was at its host before anything was done, so that its pull request may be open there. */
export class BranchFoundError extends CustomErrorBase {
  name = 'BranchFoundError' as const;
}

/**
 * Opens a pull request also when a task before was cut off or failed half-way: hosts let a branch be made once, so one that has the files of the
 * change is gone on from.
 *
 * @throws BranchFoundError when the branch is there with other files, or its pull request cannot be opened.
 */
export function goOnFromBranch(options: {
  look: LookAtBranch;
  open: OpenFromBranch;
}): OpenPullRequest {
  const { look, open } = options;
  return async (request, context) => {
    const { branch, host } = request;
    const found = await look(request, context);
    if (found === 'absent') return open(request, context, { isThere: false });
    if (found === 'other') {
      throw new BranchFoundError(
        `The branch "${branch}" is at ${host} already, and its files are not those of the change`,
      );
    }
    context.logger.info(`The branch "${branch}" is at ${host} already`);
    try {
      return await open(request, context, { isThere: true });
    } catch (error) {
      throw new BranchFoundError(
        `The branch "${branch}" was at ${host} already, and its pull request could not be opened`,
        error,
      );
    }
  };
}
