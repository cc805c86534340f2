import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { standingOf } from '../../lib/changeState';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

/** What has to happen next to a change, or why it ended as it did. */
export function WaitsFor({ change }: { change: Change }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { step, endReason } = change;
  const standing = standingOf(change);
  const at = step && {
    step: step.title,
    age: <Age at={step.since ?? change.updatedAt} />,
  };
  switch (standing) {
    case 'stuck':
      return at ? <>{t('changesPage.waits.stuck', at)}</> : null;
    case 'merged':
      return (
        <>
          {at ? t('changesPage.waits.step', at) : t('changesPage.waits.merged')}
        </>
      );
    case 'open':
    case 'proposing':
      return <>{t(`changesPage.waits.${standing}`)}</>;
    default:
      return <>{endReason ?? t('changesPage.waits.nothing')}</>;
  }
}
