/** Kinds of hosts of git repositories, by the names of Backstage's integrations. @public */
export const REPOSITORY_HOSTS = [
  'github',
  'gitlab',
  'gitea',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
] as const;

/** A kind of host of git repositories. @public */
export type RepositoryHost = (typeof REPOSITORY_HOSTS)[number];

/** Where changes are reviewed: in this portal (`local`), or where their repository is. @public */
export const REVIEW_HOSTS = ['local', ...REPOSITORY_HOSTS] as const;

/** Where changes are reviewed. @public */
export type ReviewHost = (typeof REVIEW_HOSTS)[number];
