import type {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { ChangeTargets, type CreateHost } from './changes/ChangeTargets';
import { createHosted } from './changes/createHosted';
import { createLocalHost } from './changes/createLocalHost';
import type { ChangesConfig } from './config/readChangesConfig';

/** Puts together the repositories that take changes, on this machine and at hosts that Backstage has an integration of. */
export function createChangeTargets(deps: {
  config: RootConfigService;
  urlReader: UrlReaderService;
  settings: Pick<ChangesConfig, 'targets' | 'committer'>;
}): ChangeTargets {
  const { config, urlReader: reader, settings } = deps;
  const createHost: CreateHost = target =>
    createLocalHost(target, settings.committer);
  const integrations = ScmIntegrations.fromConfig(config);
  return ChangeTargets.create({
    targets: settings.targets,
    createHost,
    createHosted: target => createHosted(target, { reader, integrations }),
  });
}
