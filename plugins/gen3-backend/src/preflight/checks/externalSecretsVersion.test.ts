import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { externalSecretsVersion } from './externalSecretsVersion';

const withVersion = (version: string) =>
  `global: { externalSecrets: { deploy: true ${version} } }`;

describe('external-secrets-version', () => {
  it('tells which operator the default of the chart needs', () => {
    expect(
      checkValues(externalSecretsVersion, withVersion('')).findings,
    ).toMatchObject([
      {
        severity: 'info',
        where: { key: 'global.externalSecrets.apiVersion' },
        fix: expect.stringContaining('0.16'),
      },
    ]);
  });

  it('refuses an API that nobody has', () => {
    const values = withVersion(', apiVersion: external-secrets.io/v2');
    expect(checkValues(externalSecretsVersion, values).findings).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('is content with the API of older operators', () => {
    const values = withVersion(', apiVersion: external-secrets.io/v1beta1');
    expect(checkValues(externalSecretsVersion, values).outcome).toBe('passed');
  });

  it('asks nothing when External Secrets is not used', () => {
    expect(checkValues(externalSecretsVersion, '{}').outcome).toBe(
      'not-applicable',
    );
  });

  it('tells it where the wizard switches External Secrets on', () => {
    expect(
      checkAnswers(externalSecretsVersion, { database: 'managed' }).outcome,
    ).toBe('found');
  });
});
