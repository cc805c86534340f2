import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  AskGitHost,
  GitHistory,
  GitHostFailure,
  readRepositoryAddress,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { hostInstant } from './hostInstant';
import { listByHost } from './listByHost';

/** `GET /repos/{owner}/{repo}/commits` of GitHub's REST API. */
const commitsSchema = z.array(
  z
    .object({
      sha: z.string(),
      commit: z.object({
        message: z.string(),
        author: z.object({ name: z.string() }).nullish(),
        committer: z.object({ date: hostInstant }),
      }),
    })
    .transform(({ sha, commit }) => ({
      sha,
      subject: commit.message,
      author: commit.author?.name ?? '',
      at: commit.committer.date,
    })),
);

/** Commits by GitHub's API, with the credentials of the integration. */
export function createGithubHistory(options: {
  /** Web address of the repository. */
  repository: string;
  integrations: ScmIntegrations;
  ask: AskGitHost;
}): GitHistory {
  const { repository, integrations, ask } = options;
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const api = integrations.github.byUrl(repository)?.config.apiBaseUrl;
  const name = readRepositoryAddress(repository)?.path ?? '';
  return listByHost(repository, async ({ ref, path, limit, signal }) => {
    if (!api) {
      throw GitHostFailure.of(
        'has no API that is known: set "apiBaseUrl" of its integration',
      );
    }
    const { headers = {} } = await credentials.getCredentials({
      url: repository,
    });
    const query = new URLSearchParams({
      per_page: String(limit),
      ...(path ? { path } : {}),
      ...(ref ? { sha: ref } : {}),
    });
    return ask({
      url: `${api}/repos/${encodeURI(name)}/commits?${query}`,
      headers,
      schema: commitsSchema,
      signal,
    });
  });
}
