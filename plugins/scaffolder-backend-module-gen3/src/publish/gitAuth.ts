import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  getBitbucketCloudOAuthToken,
  type ScmIntegrations,
} from '@backstage/integration';
import type { cloneRepo } from '@backstage/plugin-scaffolder-node';

/** What git proves itself with at a host. */
type GitAuth = Parameters<typeof cloneRepo>[0]['auth'];

/** Finds what the portal may write to a repository with. @throws InputError when `integrations` has nothing. */
export type FindGitAuth = (repository: string) => Promise<GitAuth>;

/** Tokens of Azure DevOps, as `integrations.azure` has them. */
export function findAzureAuth(integrations: ScmIntegrations): FindGitAuth {
  const provider =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  return async repository => {
    const credentials = await provider.getCredentials({ url: repository });
    if (!credentials) throw missing('azure', repository);
    const { type, token } = credentials;
    return type === 'bearer'
      ? { token }
      : { username: 'azure', password: token };
  };
}

/** User and password of Gitea, as `integrations.gitea` has them. */
export function findGiteaAuth(integrations: ScmIntegrations): FindGitAuth {
  return async repository => {
    const config = integrations.gitea.byUrl(repository)?.config;
    if (!config?.username || !config.password) {
      throw missing('gitea', repository);
    }
    return { username: config.username, password: config.password };
  };
}

/** Token of GitLab, as `integrations.gitlab` has it. */
export function findGitlabAuth(integrations: ScmIntegrations): FindGitAuth {
  return async repository => {
    const token = integrations.gitlab.byUrl(repository)?.config.token;
    if (!token) throw missing('gitlab', repository);
    return { username: 'oauth2', password: token };
  };
}

/**
 * What `integrations.bitbucketCloud` has: a client, a token with or without a user, or an app password. Users of tokens have fixed names in git
 * (https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/, .../using-access-tokens/).
 */
export function findBitbucketCloudAuth(
  integrations: ScmIntegrations,
): FindGitAuth {
  return async repository => {
    const { username, token, appPassword, clientId, clientSecret } =
      integrations.bitbucketCloud.byUrl(repository)?.config ?? {};
    if (clientId && clientSecret) {
      const password = await getBitbucketCloudOAuthToken(
        clientId,
        clientSecret,
      );
      return { username: 'x-token-auth', password };
    }
    if (token) {
      return username
        ? { username: 'x-bitbucket-api-token-auth', password: token }
        : { username: 'x-token-auth', password: token };
    }
    if (username && appPassword) return { username, password: appPassword };
    throw missing('bitbucketCloud', repository);
  };
}

/** Token, or user and password, as `integrations.bitbucketServer` has them. */
export function findBitbucketServerAuth(
  integrations: ScmIntegrations,
): FindGitAuth {
  return async repository => {
    const { token, username, password } =
      integrations.bitbucketServer.byUrl(repository)?.config ?? {};
    if (token) return { token };
    if (username && password) return { username, password };
    throw missing('bitbucketServer', repository);
  };
}

function missing(host: string, repository: string): InputError {
  return new InputError(
    `The portal has no credentials to write to "${repository}": give them in integrations.${host}`,
  );
}
