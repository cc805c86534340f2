import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { SignalClient } from '@backstage/plugin-signals';
import { signalApiRef } from '@backstage/plugin-signals-react';

/**
 * How long a browser waits for the connection that changes are pushed through. Backstage's own second is too short: after one
 * failure Chromium holds the next attempt back for up to five seconds, so it would never connect.
 */
const CONNECT_TIMEOUT_MS = 15_000;

const patientSignals = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: signalApiRef,
      deps: { identity: identityApiRef, discoveryApi: discoveryApiRef },
      factory: deps =>
        SignalClient.create({ ...deps, connectTimeout: CONNECT_TIMEOUT_MS }),
    }),
});

export const signalsModule = createFrontendModule({
  pluginId: 'signals',
  extensions: [patientSignals],
});
