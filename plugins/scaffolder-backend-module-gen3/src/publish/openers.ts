import { InputError } from '@backstage/errors';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { repoUrlOf } from './repoUrlOf';
import { runAction } from './runAction';
import type { OpenPullRequest, PullRequest } from './types';
import { writeFiles } from './writeFiles';

/** By `publish:github:pull-request`. */
export function openAtGithub<O extends JsonObject>(
  action: TemplateAction<
    {
      repoUrl: string;
      branchName: string;
      targetBranchName?: string;
      title: string;
      description: string;
      commitMessage?: string;
      gitAuthorName?: string;
      gitAuthorEmail?: string;
      filesToDelete?: string[];
      update?: boolean;
    },
    O,
    'v2'
  >,
): OpenPullRequest {
  return async (request, context) => {
    const { author, files } = request;
    const outputs = await runAction(action, {
      context,
      workspacePath: await folderOf(request, context),
      input: {
        ...commonOf(request),
        branchName: request.branch,
        targetBranchName: request.base,
        commitMessage: request.message,
        gitAuthorName: author.name,
        gitAuthorEmail: author.email,
        // A task that was cut off and runs again finds what it made.
        update: true,
        filesToDelete: files.flatMap(({ path, content }) =>
          content === undefined ? [path] : [],
        ),
      },
    });
    return pageOf(outputs.get('remoteUrl'), request);
  };
}

/** By `publish:gitlab:merge-request`. */
export function openAtGitlab<O extends JsonObject>(
  action: TemplateAction<
    {
      repoUrl: string;
      branchName: string;
      targetBranchName?: string;
      title: string;
      description?: string;
    },
    O,
    'v2'
  >,
): OpenPullRequest {
  return async (request, context) => {
    refuseRemovals(request);
    const outputs = await runAction(action, {
      context,
      workspacePath: await folderOf(request, context),
      input: {
        ...commonOf(request),
        branchName: request.branch,
        targetBranchName: request.base,
      },
    });
    return pageOf(outputs.get('mergeRequestUrl'), request);
  };
}

/** By `publish:bitbucketCloud:pull-request` or `publish:bitbucketServer:pull-request`. */
export function openAtBitbucket<O extends JsonObject>(
  action: TemplateAction<
    {
      repoUrl: string;
      sourceBranch: string;
      targetBranch?: string;
      title: string;
      description?: string;
      gitAuthorName?: string;
      gitAuthorEmail?: string;
    },
    O,
    'v2'
  >,
): OpenPullRequest {
  return async (request, context) => {
    refuseRemovals(request);
    const outputs = await runAction(action, {
      context,
      workspacePath: await folderOf(request, context),
      input: {
        ...commonOf(request),
        sourceBranch: request.branch,
        targetBranch: request.base,
        gitAuthorName: request.author.name,
        gitAuthorEmail: request.author.email,
      },
    });
    return pageOf(outputs.get('pullRequestUrl'), request);
  };
}

function commonOf(request: PullRequest) {
  const { title, description } = request;
  return { repoUrl: repoUrlOf(request), title, description };
}

/** The actions copy a whole folder, so it holds the files of the change and nothing else. */
async function folderOf(
  { files }: PullRequest,
  context: Parameters<OpenPullRequest>[1],
): Promise<string> {
  const folder = await context.createTemporaryDirectory();
  await writeFiles(folder, files);
  return folder;
}

/** These actions add and replace files; a change that is half done would be worse than none. */
function refuseRemovals({ host, files }: PullRequest): void {
  const removed = files.find(({ content }) => content === undefined);
  if (!removed) return;
  throw new InputError(
    `The scaffolder's action for ${host} cannot remove "${removed.path}": remove it in git by hand`,
  );
}

function pageOf(page: unknown, { host, branch }: PullRequest): string {
  if (typeof page === 'string') return page;
  throw new Error(
    `The scaffolder's action for ${host} names no page for the branch "${branch}"`,
  );
}
