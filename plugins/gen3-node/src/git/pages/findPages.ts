import { REPOSITORY_HOSTS } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ScmIntegrations } from '@backstage/integration';
import {
  readRepositoryAddress,
  withoutTrailingSlash,
} from '../repositoryAddress';
import type { PageHost } from './pageUrls';

/** Kind of the host of a repository and the address of its pages, when Backstage knows the host. */
export function findPages(
  url: string,
  integrations: ScmIntegrations,
): { host: PageHost; repository: string } | undefined {
  const address = readRepositoryAddress(url);
  if (!address?.host) return undefined;
  const repository = /^https?:/i.test(url)
    ? withoutTrailingSlash(url).replace(/\.git$/i, '')
    : `https://${address.host}/${address.path}`;
  const type = integrations.byUrl(repository)?.type;
  const host = REPOSITORY_HOSTS.find(known => known === type);
  return host && { host, repository };
}
