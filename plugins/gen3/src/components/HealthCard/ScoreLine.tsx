import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Score } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';

/** The score and every point that is missing from 100. */
export function ScoreLine({ score }: { score: Score | undefined }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!score) {
    return <div>{t('healthCard.score.none')}</div>;
  }
  const reasons = score.reasons.filter(reason => reason.points !== 0);
  return (
    <div>
      {t('healthCard.score.ofAll', {
        score: (
          <strong>
            {t('healthCard.score.score', { value: String(score.value) })}
          </strong>
        ),
      })}
      {reasons.length > 0 ? (
        <ul
          aria-label={t('healthCard.score.reasons')}
          style={{ margin: '4px 0 0', paddingLeft: 20 }}
        >
          {reasons.map(({ points, text }) => (
            <li key={text}>
              <span style={{ fontFamily: 'monospace' }}>
                {points < 0 ? `−${Math.abs(points)}` : `+${points}`}
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
