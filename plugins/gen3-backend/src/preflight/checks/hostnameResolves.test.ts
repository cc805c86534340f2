import { checkAnswers } from '../__testUtils__/runCheck';
import { hostnameResolves } from './hostnameResolves';

const found = (...value: string[]) =>
  ({ facts: { addresses: { known: true, value } } } as const);

describe('hostname-resolves', () => {
  it('tells the addresses, each once', () => {
    const facts = found('192.0.2.1', '192.0.2.2', '192.0.2.1');
    expect(checkAnswers(hostnameResolves, {}, facts).findings).toMatchObject([
      {
        severity: 'info',
        where: { field: 'hostname' },
        what: '"dev.brain.example.org" leads to 192.0.2.1 and 192.0.2.2',
      },
    ]);
  });

  it('tells that there is none, and that there must be', () => {
    expect(checkAnswers(hostnameResolves, {}, found()).findings).toMatchObject([
      {
        severity: 'info',
        what: '"dev.brain.example.org" has no address yet',
        fix: expect.stringContaining('DNS record'),
      },
    ]);
  });

  it('says why it was not run', () => {
    const addresses = { known: false, why: 'No name server answers' } as const;
    expect(
      checkAnswers(hostnameResolves, {}, { facts: { addresses } }),
    ).toMatchObject({ outcome: 'not-run', reason: 'No name server answers' });
  });

  it('has nothing to ask when the hostname is none', () => {
    const { outcome } = checkAnswers(hostnameResolves, { hostname: 'brain' });
    expect(outcome).toBe('not-applicable');
  });
});
