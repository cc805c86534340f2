import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type Asking, askFact, known } from './askFact';
import type { Fact } from './types';

/**
 * Whether the catalog has an entity. It is asked with the credentials of the plugin: whom the caller may not see owns commons as well.
 *
 * @param question - `entityRef`: in full, e.g. `group:default/csoc`.
 */
export function readOwner(question: {
  catalog: CatalogService;
  auth: AuthService;
  entityRef: string;
  asking: Asking;
}): Promise<Fact<boolean>> {
  const { catalog, auth, entityRef, asking } = question;
  return askFact({
    whom: 'The catalog',
    asking,
    ask: async () => {
      const credentials = await auth.getOwnServiceCredentials();
      const entity = await catalog.getEntityByRef(entityRef, { credentials });
      return known(entity !== undefined);
    },
  });
}
