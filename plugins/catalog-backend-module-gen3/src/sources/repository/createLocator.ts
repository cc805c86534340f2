import { ScmIntegrations } from '@backstage/integration';
import {
  findPages,
  pageUrl,
  withoutTrailingSlash,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { Provenance } from '../types';

/**
 * Makes the function that says where a file of a repository is.
 *
 * A repository that has no pages is located as `git:<url>//<path>?ref=<branch>`.
 */
export function createLocator(options: {
  url: string;
  branch?: string;
  integrations: ScmIntegrations;
}): (path: string) => Provenance {
  const { branch, integrations } = options;
  const repo = withoutTrailingSlash(options.url);
  const pages = findPages(options.url, integrations);
  return path => {
    if (!pages) {
      const ref = branch ? `?ref=${encodeURIComponent(branch)}` : '';
      return { repo, path, location: `git:${repo}//${path}${ref}` };
    }
    const { host, repository } = pages;
    const folder = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    const at = { repository, branch };
    return {
      repo: repository,
      path,
      location: `url:${pageUrl(host, { ...at, path, kind: 'file' })}`,
      viewUrl: pageUrl(host, { ...at, path: folder, kind: 'folder' }),
    };
  };
}
