import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { asSentence } from '../../lib/failure';
import { ownerName } from '../../lib/ownerName';
import { gen3TranslationRef } from '../../translation';

/** Findings of preflight that somebody answers for. */
export function AcceptedList(props: { accepted: ChangeDetails['accepted'] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <ul style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
      {props.accepted.map(({ id, severity, what, by, reason }) => (
        <li key={`${id} ${what}`}>
          <strong>{severity}</strong> {asSentence(what)}{' '}
          {t('changePage.accepted.by', { by: ownerName(by), reason })}
        </li>
      ))}
    </ul>
  );
}
