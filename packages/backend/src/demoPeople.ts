import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Header in which the browser names who it wants to be. */
const HEADER = 'x-demo-person';

const PERSON = /^[a-z0-9][a-z0-9-]{0,62}$/;

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  async authenticate({ req }) {
    if (process.env.NODE_ENV !== 'development') {
      throw new NotAllowedError(
        'The provider "demo" lets everybody be anybody: it works in development only. Remove auth.providers.demo.',
      );
    }
    const name = req.header(HEADER) ?? 'guest';
    if (!PERSON.test(name)) {
      throw new NotAllowedError(
        `The header ${HEADER} has to name a person with lower-case letters, digits and dashes`,
      );
    }
    return { result: { name } };
  },
});

/**
 * Sign-in of the demo: everybody is who they say they are, so that one person can play two. Only there when config has
 * `auth.providers.demo`, and only in development.
 */
export const demoPeople = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-people',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        if (!config.has('auth.providers.demo')) return;
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            async signInResolver({ result: { name } }, context) {
              const entityRef = { kind: 'user', namespace: 'default', name };
              return context.signInWithCatalogUser(
                { entityRef },
                {
                  // Until the catalog has read its people.
                  dangerousEntityRefFallback: {
                    entityRef: stringifyEntityRef(entityRef),
                  },
                },
              );
            },
          }),
        });
      },
    });
  },
});
