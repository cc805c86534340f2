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
import { openAtBitbucket, openAtGithub, openAtGitlab } from './openers';
import { findAzureAuth, findGiteaAuth, pushBranch } from './pushBranch';
import type { OpenPullRequest } from './types';

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
    gitlab: openAtGitlab(createPublishGitlabMergeRequestAction(options)),
    bitbucketCloud: openAtBitbucket(
      createPublishBitbucketCloudPullRequestAction(options),
    ),
    bitbucketServer: openAtBitbucket(
      createPublishBitbucketServerPullRequestAction(options),
    ),
    azure: pushBranch({
      findAuth: findAzureAuth(integrations),
      pageOf: ({ repository, branch, base }) =>
        `${repository}/pullrequestcreate?${new URLSearchParams({
          sourceRef: branch,
          targetRef: base,
        })}`,
    }),
    gitea: pushBranch({
      findAuth: findGiteaAuth(integrations),
      pageOf: ({ repository, branch, base }) =>
        `${repository}/compare/${base}...${encodeURIComponent(branch)}`,
    }),
  };
  return (request, context) => openers[request.host](request, context);
}
