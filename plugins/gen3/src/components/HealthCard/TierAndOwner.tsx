import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { tierOf } from '../../lib/tierOf';
import { gen3TranslationRef } from '../../translation';

/** How near to its users the commons is, and whom to call. */
export function TierAndOwner({ hostname }: { hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { entity } = useEntity();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  return (
    <>
      <span>{tierOf(entity, hostname)}</span>
      <span>
        {t('healthCard.owner.owner', {
          owner:
            owners.length > 0 ? (
              <EntityRefLinks
                entityRefs={owners}
                defaultKind="group"
                underline="always"
              />
            ) : (
              t('healthCard.owner.unknown')
            ),
        })}
      </span>
    </>
  );
}
