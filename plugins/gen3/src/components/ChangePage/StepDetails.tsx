import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatClock } from '../../lib/formatAge';
import { asSentence } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';
import { useNow } from '../../hooks/useNow';
import { Age } from '../Age';
import { Notice } from '../Notice';

/** What was seen of a step, and of one that does not get on since when, why, and what to do. */
export function StepDetails(props: {
  step: ChangeStep;
  /** The change was closed before it: what it had waited for until then, it does not wait for any more. */
  isGivenUp: boolean;
}) {
  const { step, isGivenUp } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { state, evidence, advice, since } = step;
  if (isGivenUp) {
    return (
      <p style={{ margin: '4px 0', fontSize: 13 }}>
        {t('changePage.timeline.givenUp')}
      </p>
    );
  }
  const nothing =
    state === 'waiting'
      ? 'changePage.timeline.notReached'
      : 'changePage.timeline.noEvidence';
  return (
    <div style={{ fontSize: 13, overflowWrap: 'anywhere' }}>
      {advice || state === 'stuck' ? (
        <Notice tone={state === 'failed' ? 'down' : 'degraded'}>
          {state === 'stuck' && since ? <StuckSince since={since} /> : null}
          {advice ? (
            <>
              <div>
                <strong>{t('changePage.timeline.likely')}</strong>{' '}
                {asSentence(advice.likely)}
              </div>
              <div>
                <strong>{t('changePage.timeline.fix')}</strong>{' '}
                {asSentence(advice.fix)}
              </div>
            </>
          ) : null}
        </Notice>
      ) : null}
      {evidence.length > 0 ? (
        <ul style={{ margin: '4px 0', paddingLeft: 20 }}>
          {evidence.map(seen => (
            <li key={seen}>{seen}</li>
          ))}
        </ul>
      ) : (
        <p style={{ margin: '4px 0' }}>{t(nothing)}</p>
      )}
    </div>
  );
}

function StuckSince({ since }: { since: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const clock = useNow(now => formatClock(since, now));
  return (
    <div>
      {t('changePage.timeline.stuckSince', {
        clock,
        age: <Age at={since} as="ago" />,
      })}
    </div>
  );
}
