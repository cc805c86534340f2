import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';
import { StatusMark } from '../StatusMark';
import { describeTransition, isNews } from './describeTransition';
import { Section } from './Section';

const SHOWN = 5;

/** The newest changes of status. */
export function Recently(props: {
  transitions: CommonsHealthResponse['transitions'];
}) {
  const news = props.transitions.filter(isNews);
  if (news.length === 0) return null;
  return (
    <Section title="Recently">
      <ul
        aria-label="Recent changes of status"
        style={{ margin: 0, padding: 0, listStyle: 'none', fontSize: 13 }}
      >
        {news.slice(0, SHOWN).map(transition => (
          <li key={`${transition.at} ${transition.subject} ${transition.to}`}>
            <Age at={transition.at} as="ago" />:{' '}
            <StatusMark status={transition.to} />{' '}
            {describeTransition(transition)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
