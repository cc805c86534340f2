import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { standingOf } from '../../lib/changeState';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

/** What has to happen next to a change, or how it ended and why. */
export function ChangeNow({ change }: { change: Change }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { step, endReason } = change;
  const standing = standingOf(change);
  const at = step && {
    step: step.title,
    age: <Age at={step.since ?? change.updatedAt} />,
  };
  switch (standing) {
    case 'stuck':
      return at ? <>{t('changesPage.now.stuck', at)}</> : null;
    case 'merged':
      return (
        <>{at ? t('changesPage.now.step', at) : t('changesPage.now.merged')}</>
      );
    case 'open':
    case 'proposing':
      return <>{t(`changesPage.now.${standing}`)}</>;
    default:
      return <>{endReason ?? t('changesPage.now.ended')}</>;
  }
}
