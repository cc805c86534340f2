import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { deadKeys } from './deadKeys';

describe('dead-keys', () => {
  it.each([
    ['a service that is gone', 'pidgin: { enabled: true }', 'pidgin'],
    [
      'secrets for images that no pod gets',
      'fence: { imagePullSecrets: [{ name: registry }] }',
      'fence.imagePullSecrets',
    ],
    [
      'a constraint that no pod gets',
      'sower: { securityContext: { runAsNonRoot: true } }',
      'sower.securityContext',
    ],
  ])('tells of %s', (_, values, key) => {
    expect(checkValues(deadKeys, values).findings).toMatchObject([
      { severity: 'info', where: { key } },
    ]);
  });

  it('names the key that does it, and no value', () => {
    const values =
      'fence: { usersync: { slack_webhook: "https://hooks.example/geheim" } }';
    const { findings } = checkValues(deadKeys, values);
    expect(findings).toMatchObject([
      { fix: expect.stringContaining('set global.slackWebhook') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });

  it('warns of a configuration of fence that a secret replaces', () => {
    const values = `
global: { externalSecrets: { deploy: true } }
fence: { FENCE_CONFIG: { ENABLE_VISA_UPDATE_CRON: true, MOCK_GOOGLE_AUTH: true, ENCRYPTION_KEY: geheim } }
`;
    const { findings } = checkValues(deadKeys, values);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        what: expect.stringContaining('MOCK_GOOGLE_AUTH and ENCRYPTION_KEY'),
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });

  it.each([
    ['nothing', '{}'],
    [
      'a configuration that Helm makes a secret of',
      'global: { externalSecrets: { deploy: true } }\nfence: { externalSecrets: { createK8sFenceConfigSecret: true }, FENCE_CONFIG: { DEBUG: true } }',
    ],
    [
      'what templates read of it',
      'global: { externalSecrets: { deploy: true } }\nfence: { FENCE_CONFIG: { ENABLE_VISA_UPDATE_CRON: true } }',
    ],
    ['a gone service that is off', 'pidgin: { enabled: false }'],
    [
      'what the chart has itself',
      'fence: { imagePullSecrets: [] }\nsower: { securityContext: {} }',
    ],
  ])('is content with %s', (_, values) => {
    expect(checkValues(deadKeys, values).outcome).toBe('passed');
  });

  it('is content with what the wizard plans', () => {
    expect(checkAnswers(deadKeys, { database: 'development' }).outcome).toBe(
      'passed',
    );
  });
});
