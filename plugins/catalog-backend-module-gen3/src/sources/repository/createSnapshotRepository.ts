import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  findPages,
  GitProgramRepository,
  isGitOnlyUrl,
  readRepositoryAddress,
  redactUrls,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { createLocator } from './createLocator';
import { GitSnapshotRepository } from './GitSnapshotRepository';
import { SnapshotRepository } from './RepositorySnapshot';
import { UrlReaderSnapshotRepository } from './UrlReaderSnapshotRepository';

/**
 * Picks how a repository is read: `file://`, `ssh://`, `user@host:path` and `reader: git` by the git program, all else by
 * the integration of the host.
 *
 * @throws Error that names URL, host and the line of config to add when the host has no integration.
 */
export function createSnapshotRepository(options: {
  url: string;
  /** Branch, tag or commit. @defaultValue the default branch */
  branch?: string;
  reader: 'auto' | 'git';
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  /** Where the git program keeps its copy. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
}): SnapshotRepository {
  const { url, branch, reader, urlReader, integrations } = options;
  const locate = createLocator({ url, branch, integrations });
  if (reader === 'git' || isGitOnlyUrl(url)) {
    const { workingDirectory } = options;
    return GitSnapshotRepository.create({
      git: GitProgramRepository.create({ url, workingDirectory }),
      revision: branch,
      locate,
    });
  }
  const pages = findPages(url, integrations);
  if (!pages) {
    const host = readRepositoryAddress(url)?.host;
    throw new Error(
      host
        ? `The host "${host}" of "${redactUrls(
            url,
          )}" has no integration: add "host: ${host}" below github, gitlab, gitea, bitbucketServer or azure in "integrations", or set "reader: git" to read it with the git program`
        : `"${redactUrls(
            url,
          )}" is not a URL of a git repository: write it as for "git clone"`,
    );
  }
  return UrlReaderSnapshotRepository.create({
    reader: urlReader,
    url: pages.repository,
    host: pages.host,
    revision: branch,
    locate,
  });
}
