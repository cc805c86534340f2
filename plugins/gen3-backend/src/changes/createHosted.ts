import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import {
  findPages,
  HostedRepository,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchTarget } from '../launch/types';

/** The repository of a source at a host that Backstage has an integration of; undefined for any other. */
export function createHosted(
  { url }: LaunchTarget,
  options: { reader: UrlReaderService; integrations: ScmIntegrations },
): HostedRepository | undefined {
  const pages = findPages(url, options.integrations);
  return pages && HostedRepository.create({ ...pages, reader: options.reader });
}
