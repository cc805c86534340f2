import { ScmIntegrations } from '@backstage/integration';
import {
  AskGitHost,
  GitHistory,
  GitProgramHistory,
  isGitOnlyUrl,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { RepositoryConfig } from '../config/SourceConfig';
import { findPages } from '../sources/repository/createLocator';
import { createGithubHistory } from './createGithubHistory';
import { createGitlabHistory } from './createGitlabHistory';

/**
 * Picks how the commits of a source's repository are listed, as its files are read: by the git program, or by the API of the host.
 *
 * @returns undefined when the portal cannot list the commits of that host.
 */
export function createHistory(options: {
  config: Pick<RepositoryConfig, 'url' | 'reader'>;
  integrations: ScmIntegrations;
  ask: AskGitHost;
  /** Time that one call of git may take, in milliseconds. */
  timeoutMs: number;
}): GitHistory['list'] | undefined {
  const { config, integrations, ask, timeoutMs } = options;
  const { url, reader } = config;
  if (reader === 'git' || isGitOnlyUrl(url)) {
    let history: GitHistory | undefined;
    return async about => {
      // Only here, where whoever asks is told what is wrong with the URL.
      history ??= GitProgramHistory.create({ url, timeoutMs });
      return history.list(about);
    };
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
