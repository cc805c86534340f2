import { launchRecord } from './__testUtils__/changeRecords';
import { mayOf } from './mayOf';

const AUTHOR = 'user:default/alma';
const TOMAS = 'user:default/tomas';
const open = launchRecord({ author: AUTHOR });
const nothing = { approve: false, merge: false, close: false };
const approvals = [{ by: TOMAS, at: 1 }];

describe('mayOf', () => {
  it('lets the author close it, and nothing else', () => {
    const caller = { userRef: AUTHOR, mayApprove: true };
    expect(mayOf({ record: open, approvals, caller })).toEqual({
      may: { ...nothing, close: true },
      whyNot: 'You proposed it: somebody else has to approve and merge it.',
    });
  });

  it('lets a reviewer approve before they merge', () => {
    const caller = { userRef: TOMAS, mayApprove: true };
    expect(mayOf({ record: open, approvals: [], caller })).toEqual({
      may: { approve: true, merge: false, close: true },
      whyNot: 'It can be merged once it is approved.',
    });
    expect(mayOf({ record: open, approvals, caller })).toEqual({
      may: { approve: false, merge: true, close: true },
      whyNot: 'You approved it already.',
    });
  });

  it('lets one that waits for others be given up', () => {
    const caller = { userRef: AUTHOR, mayApprove: false };
    const record = launchRecord({
      author: AUTHOR,
      state: 'proposing',
      request: {
        kind: 'upgrade',
        hostname: 'heart.example.org',
        imageTags: {},
        after: ['a'],
      },
    });
    const waits = { for: ['a'], turn: 'others' as const };
    expect(mayOf({ record, approvals: [], caller, waits })).toEqual({
      may: { ...nothing, close: true },
      whyNot: 'It waits for other changes to succeed.',
    });
  });

  it('lets its author open one at a host whose wave has come, and tells others whose turn it is', () => {
    const record = { ...open, host: 'github', state: 'proposing' } as const;
    const waits = { for: ['a'], turn: 'author' as const };
    const of = (userRef: string) =>
      mayOf({
        record,
        approvals: [],
        caller: { userRef, mayApprove: false },
        waits,
      });
    expect(of(AUTHOR)).toEqual({
      may: { ...nothing, close: true, open: true },
      whyNot: 'The wave before has succeeded: open its pull request at github.',
    });
    expect(of(TOMAS)).toEqual({
      may: nothing,
      whyNot: 'alma proposed it, and opens its pull request at github.',
    });
  });

  it('has no reason to give to one who may do all', () => {
    const caller = { userRef: 'user:default/ines', mayApprove: true };
    expect(mayOf({ record: open, approvals, caller })).toEqual({
      may: { approve: true, merge: true, close: true },
    });
  });

  it('does not count an approval of the author', () => {
    const caller = { userRef: TOMAS, mayApprove: true };
    const own = [{ by: AUTHOR, at: 1 }];
    expect(mayOf({ record: open, approvals: own, caller }).may.merge).toBe(
      false,
    );
  });

  it.each([
    { userRef: TOMAS, mayApprove: false },
    { userRef: undefined, mayApprove: true },
  ])('lets %j do nothing', caller => {
    const { may, whyNot } = mayOf({ record: open, approvals, caller });
    expect(may).toEqual(nothing);
    expect(whyNot).toMatch(/may not approve changes/);
  });

  it.each(['proposing', 'merged', 'succeeded', 'failed', 'abandoned'] as const)(
    'lets nobody do anything with one that is %s',
    state => {
      const caller = { userRef: TOMAS, mayApprove: true };
      const record = { ...open, state };
      expect(mayOf({ record, approvals, caller }).may).toEqual(nothing);
    },
  );

  it('leaves the review of a change elsewhere to its host, and lets it be closed', () => {
    const caller = { userRef: TOMAS, mayApprove: true };
    const record = { ...open, host: 'github' } as const;
    expect(mayOf({ record, approvals, caller })).toEqual({
      may: { ...nothing, close: true },
      whyNot: 'It is reviewed at github.',
    });
    const stranger = { userRef: TOMAS, mayApprove: false };
    expect(mayOf({ record, approvals, caller: stranger }).may).toEqual(nothing);
  });

  it('lets its author give up a change elsewhere that has no pull request yet', () => {
    const record = { ...open, host: 'github', state: 'proposing' } as const;
    const may = (userRef: string) =>
      mayOf({ record, approvals: [], caller: { userRef, mayApprove: false } })
        .may;
    expect(may(AUTHOR)).toEqual({ ...nothing, close: true });
    expect(may(TOMAS)).toEqual(nothing);
  });
});
