import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useNow } from '../../hooks/useNow';
import { formatClock, formatInstant } from '../../lib/formatAge';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { Notice } from '../Notice';
import { StatusMark } from '../StatusMark';
import { TierAndOwner } from './TierAndOwner';

const ANNOTATION = 'gen3.org/probing: on';
const SETTING = 'probing: on';

/** Is it us, since when, what is wrong, who is affected, what to do: in that order. */
export function HealthHeadline(props: { answer: CommonsHealthResponse }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { hostname, probing, health, layers } = props.answer;
  const { status, since, stale, checkedAt } = health;
  const isInsideUnseen = layers.some(
    ({ id, state }) => id === 'inside' && state === 'failing',
  );
  return (
    <>
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: '4px 12px',
        }}
      >
        <StatusMark status={status} size={22} />
        {since ? <Since at={since} /> : null}
        <span style={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
          {hostname} <CopyText text={hostname} />
        </span>
        <TierAndOwner hostname={hostname} />
      </div>
      {probing === 'off' ? (
        <Notice tone="unknown">
          {t('healthCard.headline.probingOff', {
            annotation: <code>{ANNOTATION}</code>,
            setting: <code>{SETTING}</code>,
          })}
        </Notice>
      ) : null}
      {stale && probing === 'on' ? (
        <Notice tone="unknown">
          {t('healthCard.headline.stale', {
            age: <Age at={checkedAt} as="ago" />,
          })}
        </Notice>
      ) : null}
      <p style={{ margin: 0, fontSize: 16, fontWeight: 500 }}>
        {health.headline ||
          t(
            `healthCard.headline.${
              isInsideUnseen ? 'insideUnseen' : 'nothingWrong'
            }`,
          )}
      </p>
      {health.affected ? <p style={{ margin: 0 }}>{health.affected}</p> : null}
      {health.advice ? (
        <p style={{ margin: 0 }}>
          <strong>{t('healthCard.headline.whatToDo')}</strong> {health.advice}
        </p>
      ) : null}
    </>
  );
}

function Since({ at }: { at: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const clock = useNow(now => formatClock(at, now));
  return (
    <span title={formatInstant(at)}>
      {t('healthCard.headline.since', { clock, age: <Age at={at} /> })}
    </span>
  );
}
