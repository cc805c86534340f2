import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { ServiceEvidence } from '../Evidence';
import { StatusMark } from '../StatusMark';

type Health = CommonsHealthResponse['health']['services'][number];

/** Status, reason, who is affected, tag and evidence of one service. */
export function ServiceHealthFacts({ health }: { health: Health }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const journeys = health.journeys.map(id => t(`journey.${id}`));
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <div>
        <StatusMark status={health.status} size={18} />{' '}
        {health.since
          ? t('serviceHealthCard.since', { age: <Age at={health.since} /> })
          : null}
      </div>
      <div>{health.reason}</div>
      {journeys.length > 0 ? (
        <div>
          {t('serviceHealthCard.journeys', { journeys: journeys.join(', ') })}
        </div>
      ) : null}
      {health.critical ? <div>{t('serviceHealthCard.critical')}</div> : null}
      {health.imageTag ? (
        <div>
          {t('serviceHealthCard.tag', {
            tag: (
              <>
                <code>{health.imageTag}</code>{' '}
                <CopyText text={health.imageTag} />
              </>
            ),
          })}
        </div>
      ) : null}
      <ServiceEvidence service={health} />
    </div>
  );
}
