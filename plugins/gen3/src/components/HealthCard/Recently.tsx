import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';
import { StatusMark } from '../StatusMark';
import { Section } from './Section';

const SHOWN = 5;

/** The newest changes of status. */
export function Recently(props: {
  transitions: CommonsHealthResponse['transitions'];
}) {
  if (props.transitions.length === 0) return null;
  return (
    <Section title="Recently">
      <ul
        aria-label="Recent changes of status"
        style={{ margin: 0, padding: 0, listStyle: 'none', fontSize: 13 }}
      >
        {props.transitions.slice(0, SHOWN).map(transition => (
          <li key={`${transition.at} ${transition.subject} ${transition.to}`}>
            <Age at={transition.at} as="ago" />:{' '}
            {subjectWords(transition.subject)}{' '}
            <StatusMark status={transition.to} />
            {transition.reason ? ` ${transition.reason}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** `service:fence` is `fence`, `journey:login` is `journey login`, `commons` is itself. */
function subjectWords(subject: string): string {
  return subject.replace(/^(service|check):/, '').replace(':', ' ');
}
