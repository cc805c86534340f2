import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { StatusMark } from '../StatusMark';
import { describeTransition, isNews } from './describeTransition';
import { Section } from './Section';

const SHOWN = 5;

/** The newest changes of status. */
export function Recently(props: {
  transitions: CommonsHealthResponse['transitions'];
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const news = props.transitions.filter(isNews);
  if (news.length === 0) return null;
  return (
    <Section title={t('healthCard.recently.title')}>
      <ul
        aria-label={t('healthCard.recently.label')}
        style={{ margin: 0, padding: 0, listStyle: 'none', fontSize: 13 }}
      >
        {news.slice(0, SHOWN).map(transition => (
          <li key={`${transition.at} ${transition.subject} ${transition.to}`}>
            {t('healthCard.recently.change', {
              age: <Age at={transition.at} as="ago" />,
              status: <StatusMark status={transition.to} />,
              what: describeTransition(transition, t),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
