import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';
import { Notice } from '../Notice';
import { FindingText } from '../FindingText';

/** Members that could not be read; none of them is lost. */
export function QuarantineList(props: {
  members: SourceStatus['quarantined'];
}) {
  if (props.members.length === 0) return null;
  return (
    <section aria-label="Quarantined">
      <h3 style={{ margin: '4px 0' }}>Quarantined</h3>
      {props.members.map(({ member, hostname, finding, since, served }) => (
        <Notice key={member} tone="degraded">
          <strong>{hostname ?? member}</strong> cannot be read since{' '}
          <Age at={since} />.{' '}
          {served
            ? 'Its last good entities are still served.'
            : 'It was never read before, so it is not in the catalog yet.'}
          <FindingText finding={finding} />
        </Notice>
      ))}
    </section>
  );
}
