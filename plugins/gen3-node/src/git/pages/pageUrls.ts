import type { RepositoryHost } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Kind of a host whose pages we know. */
export type PageHost = RepositoryHost;

/** What a page shows. */
export interface Page {
  /** Web address of the repository, without `.git` and trailing slash. */
  repository: string;
  /** Branch; absent: the default branch. */
  branch?: string;
  /** Path in the repository; empty: its root. */
  path: string;
  kind: 'file' | 'folder';
}

/** Address of the page that shows a file or folder, in the form that Backstage's readers of that host understand. */
export function pageUrl(host: PageHost, page: Page): string {
  const { repository, path } = page;
  const branch = encodePath(page.branch ?? 'HEAD');
  const tail = path ? `/${encodePath(path)}` : '';
  switch (host) {
    case 'github':
      return `${repository}/${
        page.kind === 'file' ? 'blob' : 'tree'
      }/${branch}${tail}`;
    case 'gitlab':
      return `${repository}/-/${
        page.kind === 'file' ? 'blob' : 'tree'
      }/${branch}${tail}`;
    case 'gitea':
      return `${repository}/src/branch/${branch}${tail}`;
    case 'bitbucketCloud':
      return `${repository}/src/${branch}${tail}`;
    case 'bitbucketServer':
      return `${repository}/browse${tail}${
        page.branch ? `?at=${encodeURIComponent(page.branch)}` : ''
      }`;
    default: {
      const query = [
        ...(path ? [`path=${encodeURIComponent(`/${path}`)}`] : []),
        ...(page.branch
          ? [`version=GB${encodeURIComponent(page.branch)}`]
          : []),
      ].join('&');
      return query ? `${repository}?${query}` : repository;
    }
  }
}

/**
 * Address of a tree for Backstage's `readTree`.
 *
 * Its parser of URLs takes the part up to the next slash for the branch after it has decoded the path once, so a slash in
 * a branch's name is encoded once or twice, as the reader of the host needs it.
 *
 * @returns undefined when the reader of that host cannot be told such a branch.
 */
export function treeUrl(
  host: PageHost,
  repository: string,
  branch: string | undefined,
): string | undefined {
  if (branch === undefined) return repository;
  const slashed = branch.includes('/');
  const once = encodeURIComponent(branch);
  const twice = encodeURIComponent(once);
  switch (host) {
    case 'github':
      return `${repository}/tree/${slashed ? twice : once}`;
    case 'gitlab':
      return slashed ? undefined : `${repository}/-/tree/${once}`;
    case 'gitea':
      return `${repository}/src/branch/${once}`;
    case 'bitbucketCloud':
      return `${repository}/src/${slashed ? twice : once}`;
    default:
      return pageUrl(host, { repository, branch, path: '', kind: 'folder' });
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
