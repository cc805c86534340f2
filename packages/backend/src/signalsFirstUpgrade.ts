import { request } from 'node:http';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * Spends the first WebSocket upgrade that the signals plugin receives: its router only starts to listen for upgrades then, and
 * leaves that first one without an answer (plugin-signals-backend 0.3.19). Without this the first browser after
 * every start would wait for changes in vain until it tries again.
 */
export const signalsFirstUpgrade = createBackendModule({
  pluginId: 'signals',
  moduleId: 'first-upgrade',
  register(env) {
    env.registerInit({
      deps: {
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ discovery, lifecycle, logger }) {
        lifecycle.addStartupHook(async () => {
          const url = await discovery.getBaseUrl('signals');
          if (!url.startsWith('http:')) {
            return;
          }
          const upgrade = request(url, {
            headers: { connection: 'Upgrade', upgrade: 'websocket' },
            timeout: 1_000,
          });
          upgrade.on('timeout', () => upgrade.destroy());
          upgrade.on('error', error =>
            logger.debug('First upgrade spent', { reason: error.message }),
          );
          upgrade.end();
        });
      },
    });
  },
});
