import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** Hosts of git repositories, by the names of Backstage's integrations. */
export const REPOSITORY_HOSTS = [
  'github',
  'gitlab',
  'gitea',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
] as const;

/** A host of git repositories, by the name of Backstage's integration. */
export type RepositoryHost = (typeof REPOSITORY_HOSTS)[number];

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
