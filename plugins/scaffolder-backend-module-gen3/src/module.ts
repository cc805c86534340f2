import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createEditActions } from './actions/createEditActions';
import { createLaunchAction } from './actions/createLaunchAction';
import { createOpenAction } from './actions/createOpenAction';
import { createPreflightAction } from './actions/createPreflightAction';
import { createUpgradeAction } from './actions/createUpgradeAction';
import { Gen3ChangesClient } from './client/Gen3ChangesClient';
import { createOpenPullRequest } from './publish/createOpenPullRequest';
import { type PublishChange, publishChange } from './publish/publishChange';

/**
 * Actions for templates that change Gen3 commons. They ask the gen3 backend, which decides.
 *
 * @public
 */
export const scaffolderModuleGen3 = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gen3',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, config, discovery }) {
        const client = Gen3ChangesClient.create({ auth, discovery });
        const open = createOpenPullRequest({
          config,
          integrations: ScmIntegrations.fromConfig(config),
        });
        const publish: PublishChange = (change, by) =>
          publishChange(change, { ...by, client, open });
        scaffolder.addActions(
          createPreflightAction({ client }),
          createLaunchAction({ client, publish }),
          createUpgradeAction({ client, publish }),
          ...createEditActions({ client, publish }),
          createOpenAction({ client, publish }),
        );
      },
    });
  },
});
