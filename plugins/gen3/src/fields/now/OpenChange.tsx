import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ChangeLink } from '../../components/ChangeList';
import { Notice } from '../../components/Notice';
import { ownerName } from '../../lib/ownerName';
import { gen3TranslationRef } from '../../translation';

/** The change that keeps another one from being proposed, and what to do about it. */
export function OpenChange(props: {
  change: NonNullable<EditOptions['openChange']>;
}) {
  const { change } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Notice tone="degraded">
      {t(`editFields.now.${change.state === 'merged' ? 'merged' : 'open'}`, {
        change: <ChangeLink change={change} amidText beside />,
        author: ownerName(change.author),
      })}
    </Notice>
  );
}
