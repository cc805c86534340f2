import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { FindingText } from '../FindingText';
import { Folded } from './Folded';
import { sortFindings } from './memberOrder';

/** What is odd about members that could be read, errors first. */
export function FindingList(props: {
  findings: SourceStatus['findings'];
  /** How many there are in all. @defaultValue as many as are listed */
  total?: number;
}) {
  const { findings, total = findings.length } = props;
  if (findings.length === 0) return null;
  return (
    <section aria-label="Findings">
      <h3 style={{ margin: '4px 0' }}>
        Findings ({total.toLocaleString('en')})
      </h3>
      <Folded items={sortFindings(findings)} total={total}>
        {(finding, index) => (
          <li key={`${finding.member} ${finding.code} ${index}`}>
            <strong>{finding.severity}</strong> in <code>{finding.member}</code>
            <FindingText finding={finding} />
          </li>
        )}
      </Folded>
    </section>
  );
}
