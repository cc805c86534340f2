import { launchRecord, TOMAS } from './__testUtils__/changeRecords';
import type { ChangeStepRecord } from './ChangeRecord';
import { describeChange, describeChangeDetails } from './describeChange';

/** A step that was seen at noon. */
function step(
  id: ChangeStepRecord['id'],
  state: ChangeStepRecord['state'],
): ChangeStepRecord {
  const since = Date.parse('2026-11-29T12:00:00.000Z');
  return { id, state, since, evidence: [], advice: undefined };
}

const caller = { userRef: TOMAS, mayApprove: true };

describe('describeChange', () => {
  it('tells times as people and programs read them', () => {
    const record = launchRecord({ createdAt: 0, updatedAt: 1_000 });
    expect(describeChange(record, [])).toMatchObject({
      id: 'a',
      createdAt: '1970-01-01T00:00:00.000Z',
      updatedAt: '1970-01-01T00:00:01.000Z',
    });
  });

  it('leaves out what is not there', () => {
    const keys = Object.keys(describeChange(launchRecord(), []));
    expect(keys).not.toEqual(
      expect.arrayContaining(['endedAt', 'endReason', 'url']),
    );
  });

  it.each([
    ['nobody has looked at', [], 'proposed', 'waiting'],
    [
      'waits for a review',
      [step('proposed', 'done'), step('checks', 'running')],
      'checks',
      'running',
    ],
    [
      'is stuck further on',
      [step('proposed', 'done'), step('workloads', 'stuck')],
      'workloads',
      'stuck',
    ],
    [
      'has failed, and is stuck before',
      [step('workloads', 'stuck'), step('jobs', 'failed')],
      'jobs',
      'failed',
    ],
  ] as const)('says at which step one is that %s', (_, steps, id, state) => {
    expect(describeChange(launchRecord(), [...steps]).step).toMatchObject({
      id,
      state,
    });
  });

  it('shows no secret of a file', () => {
    const text = (tag: string) => `tag: ${tag}\npassword: "Geheim-1234"\n`;
    const files = [{ path: 'a.yaml', before: text('a'), after: text('b') }];
    const details = describeChangeDetails({
      record: launchRecord({ files }),
      approvals: [],
      steps: [],
      caller,
    });
    expect(details.files).toEqual([
      {
        path: 'a.yaml',
        before: 'tag: a\n<hidden>\n',
        after: 'tag: b\n<hidden>\n',
      },
    ]);
  });

  it('says since when', () => {
    const steps = [step('proposed', 'running')];
    expect(describeChange(launchRecord(), steps).step).toEqual({
      id: 'proposed',
      title: 'Proposed',
      state: 'running',
      since: '2026-11-29T12:00:00.000Z',
    });
  });

  it.each(['succeeded', 'failed', 'abandoned'] as const)(
    'names no step of one that is %s',
    state => {
      const steps = [step('proposed', 'done'), step('checks', 'running')];
      expect(describeChange(launchRecord({ state }), steps).step).toBe(
        undefined,
      );
    },
  );
});

describe('describeChangeDetails', () => {
  const statesOf = (
    state: 'open' | 'abandoned' | 'failed',
    steps: ChangeStepRecord[],
  ) =>
    describeChangeDetails({
      record: launchRecord({ state }),
      approvals: [],
      steps,
      caller,
    }).steps.map(each => each.state);

  it('has every step, also those that nobody has seen', () => {
    const [proposed, ...others] = statesOf('open', [step('proposed', 'done')]);
    expect([proposed, new Set(others)]).toEqual(['done', new Set(['waiting'])]);
    expect(others).toHaveLength(8);
  });

  it('says how long steps that are under way usually take', () => {
    const usualOf = (
      record: Parameters<typeof launchRecord>[0],
      ...steps: ChangeStepRecord[]
    ) =>
      Object.fromEntries(
        describeChangeDetails({
          record: launchRecord(record),
          approvals: [],
          steps,
          caller,
        }).steps.flatMap(({ id, usualMinutes }) =>
          usualMinutes === undefined ? [] : [[id, usualMinutes]],
        ),
      );
    const seen = [
      step('proposed', 'running'),
      step('checks', 'done'),
      step('merged', 'running'),
      step('workloads', 'stuck'),
      step('jobs', 'failed'),
      step('probes', 'waiting'),
    ];
    expect(usualOf({}, ...seen)).toEqual({ merged: 1440, workloads: 20 });
    expect(usualOf({ state: 'failed' }, ...seen)).toEqual({});
  });

  it('waits for nothing once it has ended', () => {
    const seen = [step('proposed', 'done'), step('checks', 'running')];
    const [proposed, ...others] = statesOf('abandoned', seen);
    expect([proposed, new Set(others)]).toEqual(['done', new Set(['skipped'])]);
  });

  it('keeps in view why it failed', () => {
    expect(statesOf('failed', [step('jobs', 'failed')])).toContain('failed');
  });

  it('says who approved it and what the caller may do', () => {
    const details = describeChangeDetails({
      record: launchRecord(),
      approvals: [{ by: 'user:default/ines', at: 0 }],
      steps: [],
      caller,
    });
    expect(details).toMatchObject({
      approvals: [{ by: 'user:default/ines', at: '1970-01-01T00:00:00.000Z' }],
      may: { approve: true, merge: true, close: true },
      commit: 'c'.repeat(40),
    });
    expect(details).not.toHaveProperty('mergeCommit');
  });
});
