import { InputError } from '@backstage/errors';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { PushBranch } from './pushBranch';
import { repoUrlOf } from './repoUrlOf';
import { runAction } from './runAction';
import type {
  OpenFromBranch,
  OpenPullRequest,
  PullRequest,
  StepContext,
} from './types';
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

/**
 * By `publish:gitlab:merge-request`, which does the same to all files that it is given: a change adds and replaces files, or it removes some. A branch
 * that is there is taken as it is only when no file is asked for.
 *
 * @throws InputError for one that does both.
 */
export function openAtGitlab<O extends JsonObject>(
  action: TemplateAction<
    {
      repoUrl: string;
      branchName: string;
      targetBranchName?: string;
      title: string;
      description?: string;
      commitAction?: 'auto' | 'create' | 'delete' | 'skip' | 'update';
    },
    O,
    'v2'
  >,
): OpenFromBranch {
  return async (request, context, { isThere }) => {
    const isRemoval = removesFiles(request);
    if (isRemoval) refuseToWriteAsWell(request);
    const outputs = await runAction(action, {
      context,
      workspacePath: await folderOf(
        isRemoval ? withPlaceholders(request) : request,
        context,
      ),
      input: {
        ...commonOf(request),
        branchName: request.branch,
        targetBranchName: request.base,
        ...(isRemoval ? { commitAction: 'delete' } : {}),
        ...(isThere ? { commitAction: 'skip' } : {}),
      },
    });
    return pageOf(outputs.get('mergeRequestUrl'), request);
  };
}

/**
 * By `publish:bitbucketCloud:pull-request` or `publish:bitbucketServer:pull-request`. These open the pull request of a branch that is there as it is, so
 * it is pushed before: they would remove no files, and make the branch before its commit, which leaves it empty when that fails.
 */
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
  push: PushBranch,
): OpenFromBranch {
  return async (request, context, { isThere }) => {
    if (!isThere) await push(request, context);
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
  context: StepContext,
): Promise<string> {
  const folder = await context.createTemporaryDirectory();
  await writeFiles(folder, files);
  return folder;
}

function removesFiles({ files }: PullRequest): boolean {
  return files.some(({ content }) => content === undefined);
}

/** A change that is half done would be worse than none. */
function refuseToWriteAsWell({ host, files }: PullRequest): void {
  const written = files.find(({ content }) => content !== undefined);
  if (!written) return;
  throw new InputError(
    `The scaffolder's action for ${host} cannot write "${written.path}" and remove other files in one change: do one of the two in git by hand`,
  );
}

/** What the action removes has to be in its folder. */
function withPlaceholders(request: PullRequest): PullRequest {
  const files = request.files.map(({ path }) => ({ path, content: '' }));
  return { ...request, files };
}

function pageOf(page: unknown, { host, branch }: PullRequest): string {
  if (typeof page === 'string') return page;
  throw new Error(
    `The scaffolder's action for ${host} names no page for the branch "${branch}"`,
  );
}
