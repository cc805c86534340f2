import type { PageHost } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Page of one commit. */
export function commitUrl(
  host: PageHost,
  repository: string,
  sha: string,
): string {
  switch (host) {
    case 'gitlab':
      return `${repository}/-/commit/${sha}`;
    case 'bitbucketCloud':
    case 'bitbucketServer':
      return `${repository}/commits/${sha}`;
    default:
      return `${repository}/commit/${sha}`;
  }
}

/** Page with the commits of a folder; of the branch, or of the repository, where the host has none of folders. */
export function historyUrl(
  host: PageHost,
  about: {
    /** Web address of the repository. */
    repository: string;
    /** Absent: the default branch. */
    branch?: string;
    /** Empty: its root. */
    path: string;
  },
): string {
  const { repository, branch, path } = about;
  const ref = encodePath(branch ?? 'HEAD');
  const tail = path ? `/${encodePath(path)}` : '';
  switch (host) {
    case 'github':
      return `${repository}/commits/${ref}${tail}`;
    case 'gitlab':
      return `${repository}/-/commits/${ref}${tail}`;
    case 'gitea':
      return branch
        ? `${repository}/commits/branch/${ref}${tail}`
        : `${repository}/commits`;
    case 'bitbucketCloud':
      return branch
        ? `${repository}/commits/branch/${ref}`
        : `${repository}/commits`;
    case 'bitbucketServer':
      return `${repository}/commits${queryOf({ until: branch, path })}`;
    default:
      return `${repository}${queryOf({
        path: path && `/${path}`,
        version: branch && `GB${branch}`,
        _a: 'history',
      })}`;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function queryOf(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).flatMap(([key, value]) =>
    value ? [`${key}=${encodeURIComponent(value)}`] : [],
  );
  return given.length > 0 ? `?${given.join('&')}` : '';
}
