import type { PushBranch } from './pushBranch';
import type { OpenFromBranch, PullRequest } from './types';

/** For hosts that the scaffolder has no action for: the branch is pushed, and the page is the one on which a person opens the pull request. */
export function openByHand(options: {
  push: PushBranch;
  pageOf: (request: PullRequest) => string;
}): OpenFromBranch {
  const { push, pageOf } = options;
  return async (request, context, { isThere }) => {
    if (!isThere) await push(request, context);
    return pageOf(request);
  };
}
