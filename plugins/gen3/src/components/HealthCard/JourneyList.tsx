import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { JourneyHealth } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { groupReasons } from './groupReasons';
import { Section } from './Section';

/** What users want to do, whether they can, and why not. */
export function JourneyList(props: { journeys: JourneyHealth[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const journeys = props.journeys.map(journey => ({
    ...journey,
    title: t(`journey.${journey.id}`),
  }));
  const troubles = groupReasons(journeys);
  return (
    <Section title={t('healthCard.journeys.title')}>
      <ul
        aria-label={t('healthCard.journeys.title')}
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: '4px 16px',
          margin: 0,
          padding: 0,
          listStyle: 'none',
        }}
      >
        {journeys.map(({ id, title, status, reason }) => (
          <li key={id} title={reason}>
            <StatusMark status={status} label={title} size={14} />
          </li>
        ))}
      </ul>
      {troubles.length > 0 ? (
        <ul
          aria-label={t('healthCard.journeys.why')}
          style={{ margin: '4px 0 0', paddingLeft: 20, fontSize: 13 }}
        >
          {troubles.map(({ titles, reason }) => (
            <li key={reason}>
              {t('healthCard.journeys.trouble', {
                journeys: titles.join(', '),
                reason,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
