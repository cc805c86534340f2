import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import type { HostnameClaim } from '../facts/types';
import { hostnameTaken } from './hostnameTaken';

const claimed = (...value: HostnameClaim[]) =>
  ({ claims: { known: true, value } } as const);
const HOSTNAME = 'dev.brain.example.org';
const VALUES = `global: { hostname: ${HOSTNAME} }`;

describe('hostname-taken', () => {
  it.each<[HostnameClaim, string]>([
    [
      { by: 'catalog', what: `system:default/${HOSTNAME}` },
      `The catalog has a commons with the hostname "${HOSTNAME}" already`,
    ],
    [
      { by: 'git', what: 'dev/brain/values.yaml' },
      `There are files of "${HOSTNAME}" in git already`,
    ],
    // It was called a launch, whatever kind of change it is.
    [
      { by: 'change', what: '"Scale brain" (9f69), proposed by alma' },
      `"${HOSTNAME}" has a change that has not ended`,
    ],
  ])('is an error when $by has it, and names what', (claim, words) => {
    const { findings } = checkAnswers(
      hostnameTaken,
      {},
      { facts: claimed(claim) },
    );
    expect(findings).toMatchObject([
      {
        severity: 'error',
        where: { field: 'hostname' },
        what: `${words}: ${claim.what}`,
      },
    ]);
  });

  it('names each who has it', () => {
    const facts = claimed(
      { by: 'catalog', what: 'a' },
      { by: 'git', what: 'b' },
    );
    expect(checkAnswers(hostnameTaken, {}, { facts }).findings).toHaveLength(2);
  });

  // Whoever has the values of a commons judged that is there would otherwise be told that they are wrong.
  it('only warns of it in a values file', () => {
    const facts = claimed({ by: 'catalog', what: 'a' });
    expect(
      checkValues(hostnameTaken, VALUES, { facts }).findings,
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it('passes when nobody has it', () => {
    expect(checkAnswers(hostnameTaken, {}, { facts: claimed() }).outcome).toBe(
      'passed',
    );
  });

  it('says why it was not run', () => {
    const facts = {
      claims: { known: false, why: 'The catalog is down' },
    } as const;
    expect(checkValues(hostnameTaken, VALUES, { facts })).toMatchObject({
      outcome: 'not-run',
      reason: 'The catalog is down',
    });
  });

  it('has nothing to ask when the hostname is none', () => {
    const { outcome } = checkAnswers(hostnameTaken, { hostname: 'brain' });
    expect(outcome).toBe('not-applicable');
  });
});
