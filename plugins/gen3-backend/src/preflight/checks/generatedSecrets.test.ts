import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { generatedSecrets } from './generatedSecrets';

describe('generated-secrets', () => {
  it('warns when Helm makes all secrets', () => {
    const values = 'global: { dev: false }';
    expect(checkValues(generatedSecrets, values).findings).toMatchObject([
      { severity: 'warning', where: { key: 'global.externalSecrets.deploy' } },
    ]);
  });

  it('names the secrets that Helm makes beside External Secrets', () => {
    const values = `
global: { dev: false, externalSecrets: { deploy: true } }
wts: { externalSecrets: { createK8sWtsSecret: true } }
fence: { externalSecrets: { createK8sJwtKeysSecret: true } }
indexd: { externalSecrets: { createK8sServiceCredsSecret: false } }
access-backend: { externalSecrets: { createK8sAccessBackendSecret: true } }
`;
    const { findings } = checkValues(generatedSecrets, values);
    // `access-backend` is off, so Helm makes nothing for it.
    expect(findings).toMatchObject([
      {
        severity: 'info',
        what: expect.stringMatching(
          /: fence\.externalSecrets\.createK8sJwtKeysSecret, wts\.externalSecrets\.createK8sWtsSecret$/,
        ),
      },
    ]);
  });

  it('tells that Helm makes the credentials of the databases', () => {
    const values =
      'global: { externalSecrets: { deploy: true, createLocalK8sSecret: true } }';
    expect(checkValues(generatedSecrets, values).findings).toMatchObject([
      {
        severity: 'info',
        where: { key: 'global.externalSecrets.createLocalK8sSecret' },
      },
    ]);
  });

  it.each([
    [
      'External Secrets',
      'global: { dev: false, externalSecrets: { deploy: true } }',
    ],
    [
      'secrets without anything random',
      'global: { externalSecrets: { deploy: true } }\nfence: { externalSecrets: { createK8sGoogleAppSecrets: true } }',
    ],
    ['a commons for development', 'global: { dev: true }'],
  ])('is content with %s', (_, values) => {
    expect(checkValues(generatedSecrets, values).outcome).toBe('passed');
  });

  it('is content with what the wizard plans', () => {
    expect(
      checkAnswers(generatedSecrets, { database: 'managed' }).outcome,
    ).toBe('passed');
  });
});
