import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { gen3ChangeProposePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { templateLink } from '../../lib/templateLink';
import { proposeLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';

/** Leads to the template that opens the pull request of a change, where the portal has templates and for those who may propose. */
export function OpenButton({ changeId }: { changeId: string }) {
  const scaffolder = useRouteRef(proposeLinkRouteRef)?.();
  const { t } = useTranslationRef(gen3TranslationRef);
  const { allowed } = usePermission({
    permission: gen3ChangeProposePermission,
  });
  if (scaffolder === undefined || !allowed) return null;
  return (
    <LinkButton
      to={templateLink(scaffolder, 'open-change', { changeId })}
      size="small"
      variant="contained"
      color="primary"
    >
      {t('changePage.actions.open')}
    </LinkButton>
  );
}
