import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { gen3ChangeProposePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { templateLink } from '../../lib/templateLink';
import { proposeLinkRouteRef } from '../../routes';
import { gen3TranslationRef } from '../../translation';

const TEMPLATES = {
  upgrade: 'upgrade-commons',
  launch: 'launch-commons',
} as const;

type Proposal = keyof typeof TEMPLATES;

/** Buttons that lead to the templates of what can be proposed, for those who may, where the portal has templates. */
export function ProposeButtons(props: { proposals: readonly Proposal[] }) {
  const scaffolder = useRouteRef(proposeLinkRouteRef)?.();
  return scaffolder === undefined ? null : (
    <TemplateButtons {...props} scaffolder={scaffolder} />
  );
}

function TemplateButtons(props: {
  proposals: readonly Proposal[];
  scaffolder: string;
}) {
  const { proposals, scaffolder } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { allowed } = usePermission({
    permission: gen3ChangeProposePermission,
  });
  if (!allowed) return null;
  return (
    <>
      {proposals.map(proposal => (
        <LinkButton
          key={proposal}
          to={templateLink(scaffolder, TEMPLATES[proposal])}
          variant="outlined"
          size="small"
        >
          {t(`proposeButtons.${proposal}`)}
        </LinkButton>
      ))}
    </>
  );
}
