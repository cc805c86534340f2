import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { FindingText } from '../FindingText';
import { Notice } from '../Notice';
import { Folded } from './Folded';
import { sortQuarantined } from './memberOrder';

/** Members that could not be read; none of them is lost. */
export function QuarantineList(props: {
  members: SourceStatus['quarantined'];
  /** How many there are in all. @defaultValue as many as are listed */
  total?: number;
}) {
  const { members, total = members.length } = props;
  if (members.length === 0) return null;
  return (
    <section aria-label="Quarantined">
      <h3 style={{ margin: '4px 0' }}>
        Quarantined ({total.toLocaleString('en')})
      </h3>
      <Notice tone="degraded">
        <Folded items={sortQuarantined(members)} total={total}>
          {({ member, hostname = member, finding, since, served }) => (
            <li key={member}>
              <code>{hostname}</code> <CopyText text={hostname} /> cannot be
              read since <Age at={since} />.{' '}
              {served
                ? 'Its last good entities are still served.'
                : 'It was never read before, so it is not in the catalog yet.'}
              <FindingText finding={finding} />
            </li>
          )}
        </Folded>
      </Notice>
    </section>
  );
}
