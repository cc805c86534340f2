import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { FindingText } from '../FindingText';

/** More findings than this are folded away. */
const SHOWN = 5;

/** What is odd about members that could be read. */
export function FindingList(props: { findings: SourceStatus['findings'] }) {
  const [all, setAll] = useState(false);
  const { findings } = props;
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, SHOWN);
  return (
    <section aria-label="Findings">
      <h3 style={{ margin: '4px 0' }}>
        Findings ({findings.length.toLocaleString('en')})
      </h3>
      <ul style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
        {shown.map((finding, index) => (
          <li key={`${finding.member} ${finding.code} ${index}`}>
            <strong>{finding.severity}</strong> in {finding.member}
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      {findings.length > SHOWN ? (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${findings.length}`}
        </Button>
      ) : null}
    </section>
  );
}
