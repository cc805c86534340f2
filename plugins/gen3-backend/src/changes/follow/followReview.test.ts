import { launchRecord } from '../__testUtils__/changeRecords';
import type { ChangeRecord, ChangeStepRecord } from '../ChangeRecord';
import { followReview } from './followReview';

const DAY_MS = 86_400_000;

function step(
  id: ChangeStepRecord['id'],
  state: ChangeStepRecord['state'],
): ChangeStepRecord {
  return { id, state, since: 0, evidence: [], advice: undefined };
}

/** The step that runs from the beginning of time on. */
function see(
  id: 'checks' | 'merged',
  now: number,
  given: { record?: Partial<ChangeRecord>; approvedBy?: string[] } = {},
) {
  const { approvedBy = [] } = given;
  const record = launchRecord(given.record);
  const before = [step(id, 'running')];
  return followReview({ record, approvedBy, before, now }).find(
    each => each.id === id,
  );
}

describe('followReview', () => {
  // A review was open for a month, and nobody was told who may approve it.
  it('says after a day who may review it, and how it is closed', () => {
    expect(see('checks', DAY_MS)).toMatchObject({
      state: 'running',
      advice: undefined,
    });
    expect(see('checks', DAY_MS + 1)).toMatchObject({
      state: 'stuck',
      evidence: [
        'Preflight found no error in what it could check, and the description says what it could not; somebody else has to approve it',
      ],
      advice: {
        fix: expect.stringMatching(
          /gen3\.change\.approve.*its author cannot.*close it/,
        ),
      },
    });
  });

  it('says where a pull request is reviewed, and what is left of it when it is closed', () => {
    const record = { host: 'github', commit: undefined } as const;
    const { advice } = see('checks', 30 * DAY_MS, { record }) ?? {};
    expect(advice?.fix).toMatch(/merged at github.*declined there/);
  });

  it('says a day after the approval who may merge it', () => {
    const approvedBy = ['Tomas'];
    expect(see('merged', DAY_MS, { approvedBy })?.state).toBe('running');
    expect(see('merged', DAY_MS + 1, { approvedBy })).toMatchObject({
      state: 'stuck',
      advice: { fix: expect.stringMatching(/who approved it may.*close it/) },
    });
  });

  it('calls nothing late that is being merged', () => {
    const record = { state: 'merged', mergeCommit: undefined } as const;
    const given = { approvedBy: ['Tomas'], record };
    expect(see('merged', 9 * DAY_MS, given)).toMatchObject({
      state: 'running',
      evidence: ['It is being merged'],
    });
  });
});
