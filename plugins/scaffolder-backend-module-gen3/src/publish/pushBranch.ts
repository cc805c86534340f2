import { InputError } from '@backstage/errors';
import {
  DefaultAzureDevOpsCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createBranch,
  removeFiles,
} from '@backstage/plugin-scaffolder-node';
import type { OpenPullRequest, PullRequest } from './types';
import { writeFiles } from './writeFiles';

type GitAuth = Parameters<typeof cloneRepo>[0]['auth'];

/** The helpers of the scaffolder that work with git. */
export interface Git {
  addFiles: typeof addFiles;
  cloneRepo: typeof cloneRepo;
  commitAndPushBranch: typeof commitAndPushBranch;
  createBranch: typeof createBranch;
  removeFiles: typeof removeFiles;
}

const SCAFFOLDER_GIT: Git = {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  createBranch,
  removeFiles,
};

/**
 * Pushes the branch only, for hosts that the scaffolder has no action for that opens pull requests: the page is the one on which a person
 * opens it.
 */
export function pushBranch(options: {
  findAuth: (repository: string) => Promise<GitAuth>;
  pageOf: (request: PullRequest) => string;
  /** @defaultValue that of the scaffolder */
  git?: Git;
}): OpenPullRequest {
  const { findAuth, pageOf, git = SCAFFOLDER_GIT } = options;
  return async (request, context) => {
    const { repository, branch, base, message, author, files } = request;
    const { logger } = context;
    const dir = await context.createTemporaryDirectory();
    const auth = await findAuth(repository);
    const at = { dir, auth, logger };
    await git.cloneRepo({ ...at, url: repository, ref: base, depth: 1 });
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
    return pageOf(request);
  };
}

/** Tokens of Azure DevOps, as `integrations.azure` has them. */
export function findAzureAuth(integrations: ScmIntegrations) {
  const provider =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  return async (repository: string): Promise<GitAuth> => {
    const credentials = await provider.getCredentials({ url: repository });
    if (!credentials) throw missing('azure', repository);
    const { type, token } = credentials;
    return type === 'bearer'
      ? { token }
      : { username: 'azure', password: token };
  };
}

/** User and password of Gitea, as `integrations.gitea` has them. */
export function findGiteaAuth(integrations: ScmIntegrations) {
  return async (repository: string): Promise<GitAuth> => {
    const config = integrations.gitea.byUrl(repository)?.config;
    if (!config?.username || !config.password) {
      throw missing('gitea', repository);
    }
    return { username: config.username, password: config.password };
  };
}

function missing(host: string, repository: string): InputError {
  return new InputError(
    `The portal has no credentials to write to "${repository}": give them in integrations.${host}`,
  );
}
