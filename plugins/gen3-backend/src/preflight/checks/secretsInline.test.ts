import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { secretsInline } from './secretsInline';

describe('secrets-inline', () => {
  it('finds the client secret of an identity provider, and does not show it', () => {
    const values =
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { google: { client_secret: hunter2 } } } }';
    const { findings } = checkValues(secretsInline, values);
    const key = 'fence.FENCE_CONFIG.OPENID_CONNECT.google.client_secret';
    expect(findings).toMatchObject([
      {
        severity: 'error',
        where: { key },
        what: `The value ${key} holds a client secret`,
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it.each([
    [
      'the password of the master',
      'global: { postgres: { master: { password: hunter2 } } }',
    ],
    [
      "fence's key",
      'fence: { FENCE_CONFIG: { ENCRYPTION_KEY: c2VjcmV0c2VjcmV0 } }',
    ],
    ['keys of AWS', 'global: { aws: { awsSecretAccessKey: a1B2c3D4 } }'],
    [
      'a database in a text',
      'audit: { config: "db: postgres://a:hunter2@db/x" }',
    ],
  ])('finds %s', (_, values) => {
    expect(checkValues(secretsInline, values).outcome).toBe('found');
  });

  it('says in which line of a document it is', () => {
    const values = 'fence:\n  config: |\n    A: 1\n    client_secret: "x1y2"\n';
    expect(checkValues(secretsInline, values).findings).toMatchObject([
      { what: 'The value fence.config holds a client secret, in line 2' },
    ]);
  });

  it('shows twenty of many', () => {
    const entries = Array.from(
      { length: 30 },
      (_, n) => `s${n}: { password: hunter2 }`,
    );
    const { findings } = checkValues(
      secretsInline,
      `{ ${entries.join(', ')} }`,
    );
    expect(findings).toHaveLength(21);
    expect(findings[20]).toMatchObject({
      what: 'There are 10 more secrets in these values',
    });
  });

  it('shows next to the answer, once', () => {
    const { findings } = checkAnswers(secretsInline, {
      dictionaryUrl: 'https://me:hunter2@example.org/schema.json',
    });
    expect(findings).toMatchObject([
      { where: { field: 'dictionaryUrl' }, severity: 'error' },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('is content with names of secrets and what the chart has for none', () => {
    const values = `
global:
  postgres: { externalSecret: brain-master-password }
  externalSecrets: { deploy: true, slackWebhookSecretName: brain-slack }
fence:
  externalSecrets: { fenceConfig: brain-fence-config, dbcreds: brain-fence-creds }
  FENCE_CONFIG: { ENCRYPTION_KEY: REPLACEME, INDEXD_PASSWORD: "" }
  usersync: { slack_webhook: None }
hatchery: { args: ["--NotebookApp.token=''"] }
`;
    expect(checkValues(secretsInline, values).outcome).toBe('passed');
  });

  it('is content with answers that name secrets', () => {
    const { outcome } = checkAnswers(secretsInline, {
      databaseSecret: 'brain-aurora-master-password',
      fenceConfigSecret: 'brain-fence-config',
    });
    expect(outcome).toBe('passed');
  });
});
