import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known } from '../facts/askFact';
import { namespaceTaken } from './namespaceTaken';

const check = (hostnames: string[], hidden = 0) =>
  checkAnswers(
    namespaceTaken,
    { namespace: 'brain' },
    { facts: { neighbours: known({ hostnames, hidden }) } },
  );

describe('namespace-taken', () => {
  it.each([
    [['a.example.org'], 0, 'already: a.example.org'],
    [['a.example.org'], 1, 'a.example.org and one that you may not see'],
    [[], 2, 'already: 2 that you may not see'],
  ])('is an error with %j and %d hidden ones', (hostnames, hidden, words) => {
    expect(check(hostnames, hidden).findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'namespace' },
        what: expect.stringContaining(words),
      },
    ]);
  });

  it('passes when nobody is there', () => {
    expect(check([]).outcome).toBe('passed');
  });

  it('says why it was not run, and asks nothing without a place', () => {
    expect(checkAnswers(namespaceTaken, {}).outcome).toBe('not-run');
    expect(
      checkValues(namespaceTaken, '{}', { cluster: 'east-1' }).outcome,
    ).toBe('not-applicable');
  });
});
