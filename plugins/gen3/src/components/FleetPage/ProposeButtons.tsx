import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { gen3ChangeProposePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { templateLink } from '../../lib/templateLink';
import { proposeLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';

/** What can be proposed about the fleet, for those who may, where the portal has templates. */
export function ProposeButtons() {
  const scaffolder = useRouteRef(proposeLinkRouteRef)?.();
  return scaffolder === undefined ? null : (
    <TemplateButtons scaffolder={scaffolder} />
  );
}

function TemplateButtons({ scaffolder }: { scaffolder: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { allowed } = usePermission({
    permission: gen3ChangeProposePermission,
  });
  if (!allowed) return null;
  return (
    <>
      <LinkButton
        to={templateLink(scaffolder, 'upgrade-commons')}
        variant="outlined"
        size="small"
      >
        {t('fleetPage.propose.upgrade')}
      </LinkButton>
      <LinkButton
        to={templateLink(scaffolder, 'launch-commons')}
        variant="outlined"
        size="small"
      >
        {t('fleetPage.propose.launch')}
      </LinkButton>
    </>
  );
}
