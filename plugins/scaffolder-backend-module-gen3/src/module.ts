import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPreflightAction } from './actions/createPreflightAction';
import { createProposeLaunchAction } from './actions/createProposeLaunchAction';
import { Gen3ChangesClient } from './client/Gen3ChangesClient';

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
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, discovery }) {
        const client = Gen3ChangesClient.create({ auth, discovery });
        scaffolder.addActions(
          createPreflightAction({ client }),
          createProposeLaunchAction({ client }),
        );
      },
    });
  },
});
