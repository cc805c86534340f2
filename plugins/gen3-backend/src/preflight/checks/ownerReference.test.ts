import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known, unknown } from '../facts/askFact';
import { ownerReference } from './ownerReference';

const check = (owner: string, exists = known(true)) =>
  checkAnswers(ownerReference, { owner }, { facts: { owner: exists } });

describe('owner-reference', () => {
  it.each(['group:default/csoc', 'user:default/alma', 'group:east/csoc'])(
    'takes %s, which the catalog has',
    owner => {
      expect(check(owner).outcome).toBe('passed');
    },
  );

  it('refuses one that the catalog does not have', () => {
    expect(check('group:default/cosc', known(false)).findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'owner' },
        what: 'The catalog has no owner "group:default/cosc"',
      },
    ]);
  });

  it.each([
    ['', 'Nobody is named'],
    ['group:', 'no entity reference'],
    ['component:default/fence', 'neither a group nor a user'],
  ])('refuses %p', (owner, what) => {
    expect(check(owner).findings).toMatchObject([
      { severity: 'error', what: expect.stringContaining(what) },
    ]);
  });

  it.each(['csoc', 'group:csoc', 'Group:default/CSOC'])(
    'says how %s is written in full',
    owner => {
      expect(check(owner).findings).toMatchObject([
        { fix: 'Write group:default/csoc' },
      ]);
    },
  );

  it('does not know it when the catalog does not answer', () => {
    const silent = unknown('The catalog gave no answer within 10 s');
    const facts = { owner: silent };
    expect(
      checkAnswers(ownerReference, { owner: 'group:default/csoc' }, { facts }),
    ).toMatchObject({ outcome: 'not-run', reason: silent.why });
  });

  it('asks nothing of a values file, which names none', () => {
    expect(checkValues(ownerReference, '{}').outcome).toBe('not-applicable');
  });
});
