import { ForwardedError, isError } from '@backstage/errors';
import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Whether a pull request could not be opened because its branch was there before, as `goOnFromBranch` says. */
export function isBranchFound(error: unknown): boolean {
  return isError(error) && error.name === 'BranchFoundError';
}

/** Says what its author can do about a change that stays though its pull request could not be opened. */
export function notOpened(
  change: Pick<ChangeDetails, 'id' | 'title' | 'branch' | 'host'> &
    Required<Pick<ChangeDetails, 'pullRequest'>>,
  cause: unknown,
): ForwardedError {
  const { id, title, branch, host, pullRequest } = change;
  const todo = isBranchFound(cause)
    ? `Look at its branch "${branch}" at ${host} (${pullRequest.repository}): when it has a pull request, post its page as "url" to /api/gen3/changes/${id}/opened; else delete that branch at the host and try again, or close the change`
    : 'Try again, or close the change';
  return new ForwardedError(`"${title}" stays as it is. ${todo}`, cause);
}
