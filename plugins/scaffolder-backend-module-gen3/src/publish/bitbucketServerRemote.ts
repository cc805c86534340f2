/** Where git finds a repository of Bitbucket Server: its page is at `/projects/OPS/repos/gitops`, and git's address is `/scm/OPS/gitops.git`. */
export function bitbucketServerRemote(repository: string): string {
  return repository.replace(
    /\/projects\/([^/]+)\/repos\/([^/]+)$/,
    '/scm/$1/$2.git',
  );
}
