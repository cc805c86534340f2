import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { secretStore } from './secretStore';

const withWay = (way: string) =>
  `global: { externalSecrets: { deploy: true }, ${way} }`;

describe('secret-store', () => {
  it('warns when nothing says as whom it reads', () => {
    expect(
      checkValues(secretStore, withWay('dev: false')).findings,
    ).toMatchObject([
      {
        severity: 'warning',
        where: { key: 'global.aws.secretStoreServiceAccount.enabled' },
      },
    ]);
  });

  it.each([
    'gcp: { enabled: true }',
    'aws: { secretStoreServiceAccount: { enabled: true } }',
    'aws: { useLocalSecret: { enabled: true } }',
    'aws: { externalSecrets: { enabled: true } }',
    'aws: { awsSecretAccessKey: geheim }',
  ])('is content with %s', way => {
    expect(checkValues(secretStore, withWay(way)).outcome).toBe('passed');
  });

  it('does not ask a commons without External Secrets', () => {
    expect(checkValues(secretStore, '{}').outcome).toBe('not-applicable');
  });

  it('asks where the wizard switches External Secrets on', () => {
    const asked = (database: 'managed' | 'development') =>
      checkAnswers(secretStore, { database }).outcome;
    expect(asked('managed')).toBe('found');
    expect(asked('development')).toBe('not-applicable');
  });
});
