import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type Asking, askFact, known, unknown } from './askFact';
import type { Fact } from './types';

const NOBODY_YET =
  'The catalog has no groups and users at all: right after the start of the portal it has not read them yet';

/**
 * Whether the catalog has an entity. It is asked with the credentials of the plugin: whom the caller may not see owns commons as well. A
 * catalog without anybody cannot tell.
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
      if (entity) return known(true);
      const { items } = await catalog.queryEntities(
        {
          filter: { kind: ['Group', 'User'] },
          fields: ['metadata.name'],
          limit: 1,
        },
        { credentials },
      );
      return items.length > 0 ? known(false) : unknown(NOBODY_YET);
    },
  });
}
