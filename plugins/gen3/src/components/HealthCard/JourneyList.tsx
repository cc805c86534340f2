import { JourneyHealth } from '@gen3-csoc/backstage-plugin-gen3-common';
import { StatusMark } from '../StatusMark';
import { Section } from './Section';

/** What users want to do, and whether they can. */
export function JourneyList(props: { journeys: JourneyHealth[] }) {
  const troubled = props.journeys.filter(
    journey => journey.status !== 'up' && journey.reason,
  );
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
      {troubled.length > 0 ? (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20, fontSize: 13 }}>
          {troubled.map(({ id, reason }) => (
            <li key={id}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
