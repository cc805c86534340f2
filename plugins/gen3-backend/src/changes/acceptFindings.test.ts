import type { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { acceptFindings } from './acceptFindings';

function finding(severity: PreflightFinding['severity']): PreflightFinding {
  return {
    id: 'tags',
    severity,
    where: {},
    what: 'A tag moves',
    why: 'Nobody tested the next one.',
    fix: 'Pin it',
  };
}

function accept(severity: PreflightFinding['severity'], reason?: string) {
  return acceptFindings({
    findings: [finding(severity)],
    accept: reason === undefined ? [] : [{ id: 'tags', reason }],
    by: 'user:default/alma',
  });
}

describe('acceptFindings', () => {
  it('keeps who answers for a warning, and why', () => {
    expect(accept('warning', ' A demo. ')).toEqual([
      {
        id: 'tags',
        severity: 'warning',
        what: 'A tag moves',
        by: 'user:default/alma',
        reason: 'A demo.',
      },
    ]);
  });

  it('accepts no error, whatever the reason', () => {
    expect(() => accept('error', 'A demo.')).toThrow(/found an error: A tag/);
  });

  it.each([undefined, '  '])('refuses a warning with reason %p', reason => {
    expect(() => accept('warning', reason)).toThrow(/nobody accepted it/);
  });

  it('asks nobody to accept what is good to know', () => {
    expect(accept('info')).toEqual([]);
  });

  it('refuses a reason with a secret and does not repeat it', () => {
    const refuse = () => accept('warning', 'password=hunter2hunter2');
    expect(refuse).toThrow(/seems to hold a secret/);
    expect(refuse).not.toThrow(/hunter2/);
  });
});

describe('acceptFindings of a check with several warnings', () => {
  const findings = ['fence.image.tag', 'indexd.image.tag'].map(key => ({
    ...finding('warning'),
    where: { key },
  }));
  const accepting = (given: Parameters<typeof acceptFindings>[0]['accept']) =>
    acceptFindings({ findings, accept: given, by: 'user:default/alma' });

  it('keeps a reason for each', () => {
    const reasons = findings.map(({ where }) => ({
      id: 'tags',
      where: where.key,
      reason: `Of ${where.key}`,
    }));
    expect(accepting(reasons)).toMatchObject([
      { where: 'fence.image.tag', reason: 'Of fence.image.tag' },
      { where: 'indexd.image.tag', reason: 'Of indexd.image.tag' },
    ]);
  });

  it('takes no reason that does not say for which, and says how to name each', () => {
    expect(() => accepting([{ id: 'tags', reason: 'A demo' }])).toThrow(
      /accept tags where fence\.image\.tag, tags where indexd\.image\.tag$/,
    );
  });

  it('takes no reason for another place', () => {
    const other = { id: 'tags', where: 'guppy.image.tag', reason: 'A demo' };
    expect(() => accepting([other])).toThrow(/nobody accepted it/);
  });
});
