import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { RepositoryHost } from '@gen3-csoc/backstage-plugin-gen3-common';

/** A change that is to be proposed where its repository is. */
export interface PullRequest {
  /** Web address of the repository, without `.git`. */
  repository: string;
  host: RepositoryHost;
  /** The branch to be made. */
  branch: string;
  /** The branch that it shall get into. */
  base: string;
  title: string;
  /** Markdown. */
  description: string;
  /** Of the commit. */
  message: string;
  /** Whom the commit is by. */
  author: { name: string; email: string };
  /** Without content: to be removed. Paths are from the root of the repository. */
  files: readonly { path: string; content?: string }[];
}

/** The step of the template on whose behalf it is done. */
export type StepContext = Omit<
  ActionContext<JsonObject, JsonObject>,
  'input' | 'output'
>;

/** Makes the branch and asks for its review; resolves to the page where that happens. */
export type OpenPullRequest = (
  request: PullRequest,
  context: StepContext,
) => Promise<string>;

/** {@link OpenPullRequest} for who knows whether the branch is at the host already, with the files of the change. */
export type OpenFromBranch = (
  request: PullRequest,
  context: StepContext,
  branch: { isThere: boolean },
) => Promise<string>;
