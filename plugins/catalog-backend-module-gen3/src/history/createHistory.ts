import { ScmIntegrations } from '@backstage/integration';
import {
  AskGitHost,
  findPages,
  GitHistory,
  GitProgramHistory,
  isGitOnlyUrl,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { RepositoryConfig } from '../config/SourceConfig';
import { createGithubHistory } from './createGithubHistory';
import { createGitlabHistory } from './createGitlabHistory';

/**
 * Picks how the commits of a source's repository are listed, as its files are read: by the git program, or by the API of the host.
 *
 * @returns undefined when the portal cannot list the commits of that host.
 * @throws Error when the URL is not one that git may be given.
 */
export function createHistory(options: {
  config: Pick<RepositoryConfig, 'url' | 'reader'>;
  integrations: ScmIntegrations;
  ask: AskGitHost;
}): GitHistory | undefined {
  const { config, integrations, ask } = options;
  const { url, reader } = config;
  if (reader === 'git' || isGitOnlyUrl(url)) {
    return GitProgramHistory.create({ url });
  }
  const pages = findPages(url, integrations);
  if (pages?.host === 'github') {
    const { repository } = pages;
    return createGithubHistory({ repository, integrations, ask });
  }
  if (pages?.host === 'gitlab') {
    const { repository } = pages;
    return createGitlabHistory({ repository, integrations, ask });
  }
  return undefined;
}
