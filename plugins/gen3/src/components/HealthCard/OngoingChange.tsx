import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useChanges } from '../../hooks/useChanges';
import { standingOf, STANDING_TONES } from '../../lib/changeState';
import { gen3TranslationRef } from '../../translation';
import { ChangeLink } from '../ChangeList';
import { Notice } from '../Notice';

/** The change of a commons that has not ended; nothing when there is none. That the list cannot be read, the tab of changes says. */
export function OngoingChange({ hostname }: { hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data } = useChanges({ hostname, state: 'ongoing' });
  const change = data?.pages[0]?.items[0];
  if (!change) return null;
  const standing = standingOf(change);
  return (
    <Notice tone={STANDING_TONES[standing]}>
      {t('healthCard.change', {
        state: t(`changesPage.state.${standing}`),
        change: <ChangeLink change={change} />,
      })}
    </Notice>
  );
}
