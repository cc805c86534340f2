import { InputError } from '@backstage/errors';
import type { PullRequest } from './types';

/**
 * The address of a repository as the scaffolder's actions want it, e.g. `github.com?owner=org&repo=gitops`.
 *
 * @throws InputError for an address that no repository of that host has.
 */
export function repoUrlOf({
  host,
  repository,
}: Pick<PullRequest, 'host' | 'repository'>): string {
  const { host: domain, pathname } = new URL(repository);
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const query = parametersOf(host, parts);
  if (!query) {
    throw new InputError(
      `"${repository}" is not the address of a repository of ${host}`,
    );
  }
  return `${domain}?${new URLSearchParams(query)}`;
}

function parametersOf(
  host: PullRequest['host'],
  parts: string[],
): Record<string, string> | undefined {
  const [first, second, third, fourth] = parts;
  const repo = parts.at(-1);
  if (first === undefined || second === undefined || repo === undefined) {
    return undefined;
  }
  switch (host) {
    case 'github':
      return parts.length === 2 ? { owner: first, repo } : undefined;
    case 'gitlab':
      // Groups may lie in groups.
      return { owner: parts.slice(0, -1).join('/'), repo };
    case 'bitbucketCloud':
      // The address has to name a project, which opening a pull request makes no use of.
      return parts.length === 2
        ? { workspace: first, project: first, repo }
        : undefined;
    case 'bitbucketServer':
      return first === 'projects' && third === 'repos' && fourth !== undefined
        ? { project: second, repo: fourth }
        : undefined;
    default:
      return undefined;
  }
}
