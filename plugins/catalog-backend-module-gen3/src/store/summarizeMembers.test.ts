import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { StoredMember } from './SourceStore';
import { summarizeMembers } from './summarizeMembers';
import { addSummaries, summarizeFindings } from './summary';

const SINCE = '2026-11-22T10:00:00.000Z';
const EARLIER = '2026-11-21T10:00:00.000Z';

const found = (severity: Finding['severity'], code: string = severity) => ({
  severity,
  code,
  message: 'm',
  fix: 'f',
});

const served = (name: string, findings: Finding[] = []): StoredMember => ({
  member: name,
  commons: commonsOf(`${name}.example.org`, { cluster: 'east' }),
  findings,
});

const quarantined = (member: StoredMember, since = SINCE): StoredMember => ({
  ...member,
  quarantine: { finding: found('error'), since, hostname: 'x.example.org' },
});

describe('summarizeMembers', () => {
  it('counts what is served', () => {
    expect(summarizeMembers([served('a'), served('b')])).toEqual({
      counts: { commons: 2, services: 4, clusters: 1, quarantined: 0 },
      quarantined: [],
      findings: [],
      total: 0,
    });
  });

  it('lists the worst findings first, those of one member in their order', () => {
    const { findings } = summarizeMembers([
      served('a', [found('info'), found('warning', 'one')]),
      served('b', [found('error'), found('warning', 'two')]),
      served('c', [found('warning', 'three'), found('warning', 'four')]),
    ]);
    expect(findings.map(({ member, code }) => `${member} ${code}`)).toEqual([
      'b error',
      'a one',
      'b two',
      'c three',
      'c four',
      'a info',
    ]);
  });

  it('lists what is not served first, then what cannot be read for longest', () => {
    const nothing = { member: 'z', findings: [] };
    const summary = summarizeMembers([
      quarantined(served('a')),
      quarantined(served('b'), EARLIER),
      quarantined(nothing),
    ]);
    expect(summary.quarantined).toMatchObject([
      { member: 'z', hostname: 'x.example.org', served: false },
      { member: 'b', hostname: 'b.example.org', served: true },
      { member: 'a' },
    ]);
  });

  it('lists at most 100 of each, and says how many there are', () => {
    const members = Array.from({ length: 250 }, (_, index) =>
      quarantined(served(`m${index}`, [found('info')])),
    );
    const summary = summarizeMembers([
      ...members,
      served('zz', [found('error')]),
    ]);
    expect(summary.findings).toHaveLength(100);
    expect(summary.findings[0]).toMatchObject({ member: 'zz' });
    expect(summary.total).toBe(251);
    expect(summary.quarantined).toHaveLength(100);
    expect(summary.counts.quarantined).toBe(250);
  });

  it('adds two summaries without losing the worst of either', () => {
    const many = Array.from({ length: 150 }, () => found('info'));
    const { findings, total } = addSummaries(
      summarizeFindings(many.map(one => ({ ...one, member: 'a' }))),
      summarizeFindings([{ ...found('warning'), member: 'b' }]),
    );
    expect(total).toBe(151);
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({ member: 'b' });
  });
});
