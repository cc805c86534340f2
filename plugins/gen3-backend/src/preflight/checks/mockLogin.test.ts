import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { mockLogin } from './mockLogin';

const MOCK = 'fence.FENCE_CONFIG.MOCK_GOOGLE_AUTH';
const SECRET = 'fence.externalSecrets.fenceConfig';
const mock = 'fence: { FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true } }';
const deploy = 'global: { externalSecrets: { deploy: true } }';

describe('mock-login', () => {
  it.each([
    ['production', 'error'],
    ['staging', 'error'],
    ['qa', 'info'],
  ] as const)('in %s is an %s', (tier, severity) => {
    expect(checkValues(mockLogin, mock, { tier }).findings).toMatchObject([
      { severity, where: { key: MOCK } },
    ]);
  });

  it.each([
    ['MOCK_AUTH', 'fence: { FENCE_CONFIG: { MOCK_AUTH: true } }'],
    ['a text', 'fence: { FENCE_CONFIG: { MOCK_GOOGLE_AUTH: "True" } }'],
    [
      'one provider',
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { ras: { mock: true } } } }',
    ],
    [
      'the public part',
      `{ ${deploy}, fence: { FENCE_CONFIG_PUBLIC: { MOCK_AUTH: true } } }`,
    ],
  ])('finds %s', (_, values) => {
    const tier = 'production';
    expect(checkValues(mockLogin, values, { tier }).findings).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('lets it be in development', () => {
    const tier = 'development';
    expect(checkValues(mockLogin, mock, { tier }).outcome).toBe('passed');
  });

  it.each([
    [
      'External Secrets brings the configuration',
      `{ ${deploy}, fence: { externalSecrets: { fenceConfig: brain-fence }, FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true } } }`,
    ],
    [
      'Helm makes it',
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { google: { client_id: a } } }, FENCE_CONFIG_PUBLIC: { MOCK_AUTH: true } }',
    ],
  ])('says that nothing reads it when %s', (_, values) => {
    const tier = 'development';
    expect(checkValues(mockLogin, values, { tier }).findings).toMatchObject([
      { severity: 'warning', what: expect.stringContaining('does not get') },
    ]);
  });

  it.each([
    ['no provider', '{}', 'fence.FENCE_CONFIG.OPENID_CONNECT'],
    [
      'a provider without a client',
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { google: { client_id: "" } } } }',
      'fence.FENCE_CONFIG.OPENID_CONNECT',
    ],
    ['External Secrets and no name', deploy, SECRET],
    [
      'a name without External Secrets',
      'fence: { externalSecrets: { fenceConfig: brain-fence } }',
      SECRET,
    ],
    [
      'a name and a secret that Helm makes',
      `{ ${deploy}, fence: { externalSecrets: { fenceConfig: brain-fence, createK8sFenceConfigSecret: true } } }`,
      SECRET,
    ],
  ])('finds that nobody can log in with %s', (_, values, key) => {
    const tier = 'production';
    expect(checkValues(mockLogin, values, { tier }).findings).toMatchObject([
      { severity: 'error', where: { key } },
    ]);
    expect(
      checkValues(mockLogin, values, { tier: 'development' }).findings,
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it.each([
    [
      'a secret',
      `{ ${deploy}, fence: { externalSecrets: { fenceConfig: brain-fence } } }`,
    ],
    [
      'a provider',
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { google: { client_id: a } } } }',
    ],
  ])('is content with %s', (_, values) => {
    const tier = 'production';
    expect(checkValues(mockLogin, values, { tier }).outcome).toBe('passed');
  });

  it('does not ask without fence', () => {
    const { outcome } = checkValues(mockLogin, 'fence: { enabled: false }');
    expect(outcome).toBe('not-applicable');
  });
});

describe('mock-login in the wizard', () => {
  const production = { tier: 'production', databaseSecret: 'pg' } as const;

  it.each([
    ['a test user', { ...production, login: 'mock' }, 'login'],
    ['no secret', production, 'fenceConfigSecret'],
    ['nothing', { login: 'secret' }, 'fenceConfigSecret'],
  ] as const)('shows %s next to its answer', (_, answers, field) => {
    expect(
      checkAnswers(mockLogin, answers).findings.map(({ where }) => where.field),
    ).toContain(field);
  });

  it.each([
    ['a test user in development', {}],
    ['a secret', { ...production, fenceConfigSecret: 'brain-fence' }],
    [
      'a secret beside a database in the namespace',
      {
        database: 'development',
        fenceConfigSecret: 'brain-fence',
        login: 'secret',
      },
    ],
  ] as const)('is content with %s', (_, answers) => {
    expect(checkAnswers(mockLogin, answers).outcome).toBe('passed');
  });
});
