import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isRoundDue } from '../../lib/isRoundDue';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

/** How old the data is, whether it is being refreshed, when it will be, and whether the last round failed: each for itself. */
export function DataFacts(props: {
  answer: CommonsHealthResponse;
  busy: boolean;
}) {
  const { answer, busy } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { health, lastError, nextCheckAt } = answer;
  const due = isRoundDue(answer);
  return (
    <>
      <span>
        {t('dataFacts.data', { age: <Age at={health.checkedAt} as="ago" /> })}
      </span>
      <span>
        {/* Read out when it changes: the time that is left changes every second and stays outside. */}
        <span role="status">{t(`dataFacts.${stateOf(busy, due)}`)}</span>
        {!busy && !due && nextCheckAt
          ? t('dataFacts.next', { age: <Age at={nextCheckAt} as="ahead" /> })
          : null}
      </span>
      <span>
        {lastError
          ? t('dataFacts.lastError', {
              age: <Age at={lastError.at} as="ago" />,
            })
          : t('dataFacts.noError')}
      </span>
    </>
  );
}

function stateOf(busy: boolean, due: boolean): 'refreshing' | 'due' | 'idle' {
  if (busy) return 'refreshing';
  return due ? 'due' : 'idle';
}
