import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { StoredMember } from '../store/SourceStore';
import { narrowToCommons } from './narrowToCommons';

const A = 'a.example.org';
const SINCE = '2026-11-22T10:00:00.000Z';

const finding = {
  severity: 'error',
  code: 'values-missing',
  message: 'There is no "values.yaml"',
  fix: 'Add it.',
} as const;

const members: StoredMember[] = [
  { member: 'a', commons: commonsOf(A), findings: [finding] },
  {
    member: 'a-again',
    findings: [],
    quarantine: { finding, hostname: A, since: SINCE },
  },
];

const status: SourceStatus = {
  id: 'git',
  type: 'gitops',
  target: 'https://git.example/fleet',
  relationship: 'managed',
  state: 'ok',
  running: false,
  counts: { commons: 2, services: 4, clusters: 0, quarantined: 2 },
  quarantined: [
    { member: 'a-again', hostname: A, finding, since: SINCE, served: false },
    { member: 'nameless', finding, since: SINCE, served: false },
  ],
  findings: [
    { ...finding, member: 'a' },
    { ...finding, member: 'b' },
  ],
  totals: { quarantined: 2, findings: 2 },
};

describe('narrowToCommons', () => {
  it('keeps what concerns the commons, and the counts of the source', () => {
    expect(narrowToCommons({ status, members, contradictions: [] })).toEqual({
      ...status,
      quarantined: [status.quarantined[0]],
      findings: [status.findings[0]],
      totals: { quarantined: 1, findings: 1 },
    });
  });

  it('adds where the source contradicts another, and nothing of other sources', () => {
    const contradiction = { ...finding, code: 'sources-disagree' };
    const narrowed = narrowToCommons({
      status,
      members,
      contradictions: [
        { sourceId: 'git', member: 'a', finding: contradiction },
        { sourceId: 'list', member: 'a', finding: contradiction },
      ],
    });
    expect(narrowed.findings.map(({ code }) => code)).toEqual([
      'values-missing',
      'sources-disagree',
    ]);
  });
});
