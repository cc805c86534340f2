import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known, unknown } from '../facts/askFact';
import { secretsShared } from './secretsShared';

const facts = {
  sameEnvironment: known({ hostnames: ['heart.example.org'], hidden: 0 }),
};

const NAMELESS = `
global: { environment: east, externalSecrets: { deploy: true } }
metadata: { externalSecrets: { createK8sMetadataSecret: true } }
indexd: { externalSecrets: { dbcreds: brain-indexd, serviceCreds: brain-indexd-service } }
`;

describe('secrets-shared', () => {
  it('warns of secrets that have the names of the chart where other commons are', () => {
    const { findings } = checkValues(secretsShared, NAMELESS, { facts });
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        where: { key: expect.stringMatching(/\.externalSecrets\./) },
        what: expect.stringMatching(
          /fence-jwt-keys.*"east" has other commons: heart\.example\.org/,
        ),
      },
    ]);
    const [{ what } = { what: '' }] = findings;
    expect(what).toContain('east-fence-creds');
    expect(what).not.toContain('metadata-g3auto');
    expect(what).not.toContain('indexd');
  });

  it('counts those that the caller may not see', () => {
    const sameEnvironment = known({ hostnames: [], hidden: 2 });
    expect(
      checkValues(secretsShared, NAMELESS, { facts: { sameEnvironment } })
        .findings,
    ).toMatchObject([
      { what: expect.stringContaining('2 that you may not see') },
    ]);
  });

  it('passes a launch, which names its secrets', () => {
    const managed = { database: 'managed', databaseSecret: 'master' } as const;
    expect(
      checkAnswers(
        secretsShared,
        { ...managed, login: 'secret', fenceConfigSecret: 'brain-config' },
        { facts },
      ).outcome,
    ).toBe('passed');
    expect(
      checkAnswers(secretsShared, { ...managed, login: 'mock' }, { facts })
        .outcome,
    ).toBe('passed');
  });

  it.each([
    ['nothing is read from the secret manager', 'global: {}', facts],
    [
      'it reads none by a name of the chart',
      'global: { externalSecrets: { deploy: false } }',
      facts,
    ],
  ])('passes when %s', (_, yaml, given) => {
    expect(checkValues(secretsShared, yaml, { facts: given }).outcome).toBe(
      'passed',
    );
  });

  it('tells of them where nobody else is in the environment, as those of another one read some of them, too', () => {
    const sameEnvironment = known({ hostnames: [], hidden: 0 });
    expect(
      checkValues(secretsShared, NAMELESS, { facts: { sameEnvironment } })
        .findings,
    ).toMatchObject([
      {
        severity: 'info',
        what: expect.stringContaining('fence-jwt-keys'),
        why: expect.stringContaining('another environment'),
      },
    ]);
  });

  it('says nothing about databases whose credentials Helm makes', () => {
    const yaml = NAMELESS.replace(
      'deploy: true',
      'deploy: true, createLocalK8sSecret: true',
    );
    const { findings } = checkValues(secretsShared, yaml, { facts });
    expect(findings[0]?.what).toContain('fence-jwt-keys');
    expect(findings[0]?.what).not.toContain('east-');
  });

  it('is not run when the catalog does not answer', () => {
    expect(
      checkValues(secretsShared, NAMELESS, {
        facts: { sameEnvironment: unknown('The catalog is down') },
      }),
    ).toMatchObject({ outcome: 'not-run', reason: 'The catalog is down' });
  });
});
