import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { StoredMember } from '../store/SourceStore';
import { narrowToCommons } from './narrowToCommons';

const A = 'a.example.org';
const B = 'b.example.org';
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
  { member: 'b', commons: commonsOf(B), findings: [finding] },
  { member: 'nameless', findings: [], quarantine: { finding, since: SINCE } },
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
};

const narrow = (hostname: string) =>
  narrowToCommons({ status, members, hostname });

describe('narrowToCommons', () => {
  it('keeps what concerns the commons, and the counts of the source', () => {
    expect(narrow(A)).toEqual({
      ...status,
      quarantined: [status.quarantined[0]],
      findings: [status.findings[0]],
    });
  });

  it('does not mix up commons of one source', () => {
    expect(narrow(B)).toMatchObject({
      quarantined: [],
      findings: [status.findings[1]],
    });
  });

  it('leaves out a source that does not know the commons', () => {
    expect(narrow('c.example.org')).toBeUndefined();
  });
});
