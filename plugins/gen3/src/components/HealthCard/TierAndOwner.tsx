import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { tierOf } from '../../lib/tierOf';

/** How near to its users the commons is, and whom to call. */
export function TierAndOwner({ hostname }: { hostname: string }) {
  const { entity } = useEntity();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  return (
    <>
      <span>{tierOf(entity, hostname)}</span>
      <span>
        owner{' '}
        {owners.length > 0 ? (
          <EntityRefLinks
            entityRefs={owners}
            defaultKind="group"
            underline="always"
          />
        ) : (
          'unknown'
        )}
      </span>
    </>
  );
}
