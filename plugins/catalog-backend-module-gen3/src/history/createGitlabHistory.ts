import {
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { AskGitHost, GitHistory } from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { hostInstant } from './hostInstant';
import { listByHost } from './listByHost';

/** `GET /projects/:id/repository/commits` of GitLab's REST API. */
const commitsSchema = z.array(
  z
    .object({
      id: z.string(),
      title: z.string(),
      author_name: z.string(),
      committed_date: hostInstant,
    })
    .transform(({ id, title, author_name, committed_date }) => ({
      sha: id,
      subject: title,
      author: author_name,
      at: committed_date,
    })),
);

/** Commits by GitLab's API, with the credentials of the integration. */
export function createGitlabHistory(options: {
  /** Web address of the repository. */
  repository: string;
  integrations: ScmIntegrations;
  ask: AskGitHost;
}): GitHistory {
  const { repository, integrations, ask } = options;
  const credentials =
    DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  const config = integrations.gitlab.byUrl(repository)?.config;
  // GitLab may live below a path of its host, which is no part of a project's name.
  const base = `${config?.baseUrl ?? ''}/`;
  const project = repository.startsWith(base)
    ? repository.slice(base.length)
    : new URL(repository).pathname.slice(1);
  return listByHost(repository, async ({ ref, path, limit, signal }) => {
    const { headers = {} } = await credentials.getCredentials({
      url: repository,
    });
    const query = new URLSearchParams({
      per_page: String(limit),
      ...(path ? { path } : {}),
      ...(ref ? { ref_name: ref } : {}),
    });
    const id = encodeURIComponent(decodeURIComponent(project));
    return ask({
      url: `${config?.apiBaseUrl}/projects/${id}/repository/commits?${query}`,
      headers,
      schema: commitsSchema,
      signal,
    });
  });
}
