import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import { createPublishBitbucketCloudPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-bitbucket-cloud';
import { createPublishBitbucketServerPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-bitbucket-server';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { createPublishGitlabMergeRequestAction } from '@backstage/plugin-scaffolder-backend-module-gitlab';
import type { RepositoryHost } from '@gen3-csoc/backstage-plugin-gen3-common';
import { bitbucketServerRemote } from './bitbucketServerRemote';
import {
  findAzureAuth,
  findBitbucketCloudAuth,
  findBitbucketServerAuth,
  findGiteaAuth,
  findGitlabAuth,
} from './gitAuth';
import { goOnFromBranch } from './goOnFromBranch';
import { lookAtBranch } from './lookAtBranch';
import { openByHand } from './openByHand';
import { openAtBitbucket, openAtGithub, openAtGitlab } from './openers';
import { type PushBranch, pushBranch } from './pushBranch';
import type { GitAtHost } from './scaffolderGit';
import type { OpenFromBranch, OpenPullRequest } from './types';

/**
 * Opens pull requests with Backstage's own actions and the credentials of `integrations`: those of the portal, as the person who runs the
 * template need have none.
 */
export function createOpenPullRequest(options: {
  config: Config;
  integrations: ScmIntegrations;
}): OpenPullRequest {
  const { integrations } = options;
  const githubCredentialsProvider =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const openers: Record<RepositoryHost, OpenPullRequest> = {
    github: openAtGithub(
      createPublishGithubPullRequestAction({
        ...options,
        githubCredentialsProvider,
      }),
    ),
    gitlab: goOnFromBranch({
      look: lookAtBranch({
        findAuth: findGitlabAuth(integrations),
        remoteOf: repository => `${repository}.git`,
      }),
      open: openAtGitlab(createPublishGitlabMergeRequestAction(options)),
    }),
    bitbucketCloud: pushing(
      { findAuth: findBitbucketCloudAuth(integrations) },
      push =>
        openAtBitbucket(
          createPublishBitbucketCloudPullRequestAction(options),
          push,
        ),
    ),
    bitbucketServer: pushing(
      {
        findAuth: findBitbucketServerAuth(integrations),
        remoteOf: bitbucketServerRemote,
      },
      push =>
        openAtBitbucket(
          createPublishBitbucketServerPullRequestAction(options),
          push,
        ),
    ),
    azure: pushing({ findAuth: findAzureAuth(integrations) }, push =>
      openByHand({
        push,
        pageOf: ({ repository, branch, base }) =>
          `${repository}/pullrequestcreate?${new URLSearchParams({
            sourceRef: branch,
            targetRef: base,
          })}`,
      }),
    ),
    gitea: pushing({ findAuth: findGiteaAuth(integrations) }, push =>
      openByHand({
        push,
        pageOf: ({ repository, branch, base }) =>
          `${repository}/compare/${base}...${encodeURIComponent(branch)}`,
      }),
    ),
  };
  return (request, context) => openers[request.host](request, context);
}

/** For hosts whose branch is pushed here, unless it is there already. */
function pushing(
  host: GitAtHost,
  openWith: (push: PushBranch) => OpenFromBranch,
): OpenPullRequest {
  return goOnFromBranch({
    look: lookAtBranch(host),
    open: openWith(pushBranch(host)),
  });
}
