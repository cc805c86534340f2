import { JourneyHealth } from '@gen3-csoc/backstage-plugin-gen3-common';
import { StatusMark } from '../StatusMark';
import { groupReasons } from './groupReasons';
import { Section } from './Section';

/** What users want to do, whether they can, and why not. */
export function JourneyList(props: { journeys: JourneyHealth[] }) {
  const troubles = groupReasons(props.journeys);
  return (
    <Section title="Journeys">
      <ul
        aria-label="Journeys"
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: '4px 16px',
          margin: 0,
          padding: 0,
          listStyle: 'none',
        }}
      >
        {props.journeys.map(({ id, title, status, reason }) => (
          <li key={id} title={reason}>
            <StatusMark status={status} label={title} size={14} />
          </li>
        ))}
      </ul>
      {troubles.length > 0 ? (
        <ul
          aria-label="Why journeys are not up"
          style={{ margin: '4px 0 0', paddingLeft: 20, fontSize: 13 }}
        >
          {troubles.map(({ titles, reason }) => (
            <li key={reason}>
              {titles.join(', ')}: {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
