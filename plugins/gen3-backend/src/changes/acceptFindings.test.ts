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
