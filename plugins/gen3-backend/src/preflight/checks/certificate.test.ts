import { checkAnswers } from '../__testUtils__/runCheck';
import type { CertificateFact } from '../facts/types';
import { certificate } from './certificate';

const HOSTNAME = 'dev.brain.example.org';

const check = (shown: Partial<CertificateFact> | undefined) =>
  checkAnswers(
    certificate,
    {},
    {
      facts: {
        certificate: {
          known: true,
          value: shown && {
            names: [HOSTNAME],
            validTo: '2027-02-27T12:00:00.000Z',
            daysLeft: 90,
            ...shown,
          },
        },
      },
    },
  );

describe('certificate', () => {
  it('tells that one has to be issued when nothing answers', () => {
    expect(check(undefined).findings).toMatchObject([
      {
        severity: 'info',
        where: { field: 'hostname' },
        what: expect.stringContaining(`https://${HOSTNAME}`),
      },
    ]);
  });

  it.each([
    ['is for it', { names: ['example.org', HOSTNAME] }],
    ['has it in other letters', { names: ['DEV.Brain.example.org'] }],
    ['is for all of its domain', { names: ['*.brain.example.org'] }],
    ['ends in three weeks', { daysLeft: 21 }],
  ])('passes when the one that is shown %s', (_, shown) => {
    expect(check(shown).outcome).toBe('passed');
  });

  it.each([
    ['of another host', ['lung.example.org'], 'lung.example.org'],
    ['of another domain', ['*.lung.example.org'], '*.lung.example.org'],
    ['whose asterisk had to cover two parts', ['*.example.org'], '*.example'],
    ['of its domain alone', ['brain.example.org'], 'brain.example.org'],
    ['without names', [], 'no name at all'],
  ])('warns of one %s', (_, names, words) => {
    expect(check({ names }).findings).toMatchObject([
      { severity: 'warning', what: expect.stringContaining(words) },
    ]);
  });

  it.each([
    [20, 'ends on 2026-12-19'],
    [-1, 'ended on 2026-12-19'],
  ])('warns when %p days are left', (daysLeft, words) => {
    const validTo = '2026-12-19T12:00:00.000Z';
    expect(check({ daysLeft, validTo }).findings).toMatchObject([
      { severity: 'warning', what: expect.stringContaining(words) },
    ]);
  });

  it('says why it was not run, and does not ask without a hostname', () => {
    const facts = {
      certificate: { known: false, why: 'The handshake failed' },
    } as const;
    expect(checkAnswers(certificate, {}, { facts })).toMatchObject({
      outcome: 'not-run',
      reason: 'The handshake failed',
    });
    expect(checkAnswers(certificate, { hostname: 'brain' }).outcome).toBe(
      'not-applicable',
    );
  });
});
