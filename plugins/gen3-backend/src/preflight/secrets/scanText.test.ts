import { isReference } from './isReference';
import { kindOfKey } from './kindOfKey';
import { scanText } from './scanText';

/** Put together, so that no scanner of repositories takes these tests for a leak. */
const long = (start: string, length: number) => start + 'a1B2'.repeat(length);
const DASHES = '-'.repeat(5);

describe('scanText', () => {
  it.each([
    ['an AWS access key', `AKIA${'Q'.repeat(16)}`, 'aws-key'],
    ['a private key', `${DASHES}BEGIN RSA PRIVATE KEY${DASHES}`, 'private-key'],
    ['a newer one', `${DASHES}BEGIN PRIVATE KEY${DASHES}`, 'private-key'],
    [
      'a service account',
      `{"private_key": "${DASHES}BEGIN PRIVATE KEY${DASHES}\\n"}`,
      'service-account',
    ],
    [
      'a database',
      'postgresql://fence:hunter2@db.example.org:5432/fence',
      'url-password',
    ],
    ['a remote with a token', 'https://x:abc@git.example.org', 'url-password'],
    [
      'a Slack webhook',
      `https://hooks.slack.com/services/${long('T', 2)}/${long('B', 6)}`,
      'webhook',
    ],
    ['a GitHub token', long('ghp_', 9), 'access-token'],
    ['a newer one', long('github_pat_', 12), 'access-token'],
    ['a GitLab token', long('glpat-', 6), 'access-token'],
    [
      'a JSON Web Token',
      `${long('eyJ', 5)}.${long('eyJ', 9)}.${long('x', 9)}`,
      'access-token',
    ],
    ['a Google API key', long('AIza', 9), 'api-key'],
    ['YAML', 'client_secret: hunter2hunter2', 'client-secret'],
    ['YAML in quotes', "client_secret: 'two words'", 'client-secret'],
    ['JSON', '{"ENCRYPTION_KEY": "c2VjcmV0", "x": 1}', 'encryption-key'],
    ['JSON in JSON', '{\\"password\\": \\"hunter2\\"}', 'password'],
    ['an option', '--db-password=hunter22', 'password'],
    ['a query', 'https://example.org/x?token=a1b2c3d4e5', 'access-token'],
    ['a pair in a pair', 'env: PGPASSWORD=hunter22', 'password'],
    ['a sentence', 'The new password: hunter22 from today', 'password'],
    [
      'a key of AWS by its name',
      `aws_secret_access_key = ${long('x', 9)}`,
      'aws-key',
    ],
  ])('finds %s', (_, text, kind) => {
    expect(scanText(text)).toEqual([{ kind, line: 1 }]);
  });

  it.each([
    ['a sentence about one', 'Rotate the password: done. The token: see vault'],
    ['nothing', 'password: ""'],
    ['an option without a value', "--NotebookApp.password=''"],
    ['a template', 'client_secret: {{ .Values.secret }}'],
    ['a variable', 'PASSWORD="${DB_PASSWORD}"'],
    ['a variable of a shell', 'password=$PGPASSWORD'],
    ['a command', 'TOKEN=$(cat /run/token)'],
    ['a program', 'password = getPassword()'],
    ['a property', 'token: response.access'],
    ['a type', 'password: string'],
    ['a name of a secret', 'externalSecret: brain-master-password'],
    ['an address of a secret', 'password: vault:secret/brain'],
    ['a URL without a password', 'https://user@example.org:8443/a:b@c'],
    ['a URL with a variable', 'postgresql://fence:${PASSWORD}@db/fence'],
    ['a public key', `${DASHES}BEGIN PUBLIC KEY${DASHES}`],
    ['an example of AWS', 'AKIAIOSFODNN7EXAMPLE'],
    ['a commit', 'c0ffee'.repeat(7)],
  ])('is content with %s', (_, text) => {
    expect(scanText(text)).toEqual([]);
  });

  it('says in which line', () => {
    expect(scanText('a: 1\r\npassword: hunter2\n\ntoken: a1b2\n')).toEqual([
      { kind: 'password', line: 2 },
      { kind: 'access-token', line: 4 },
    ]);
  });
});

describe('kindOfKey', () => {
  it.each([
    ['awsSecretAccessKey', 'aws-key'],
    ['client_secret', 'client-secret'],
    ['HMAC_ENCRYPTION_KEY', 'encryption-key'],
    ['WTF_CSRF_SECRET_KEY', 'encryption-key'],
    ['GOOGLE_API_KEY', 'api-key'],
    ['EG_AUTH_TOKEN', 'access-token'],
    ['INDEXD_PASSWORD', 'password'],
    ['dbPass', 'password'],
  ])('knows %s', (key, kind) => {
    expect(kindOfKey(key)).toBe(kind);
  });

  it.each([
    'externalSecret',
    'secretName',
    'dbcreds',
    'fenceGoogleAppCredsSecret',
    'ACCESS_TOKEN_EXPIRES_IN',
    'proxy_pass',
    'topologyKey',
  ])('does not mind %s', key => {
    expect(kindOfKey(key)).toBeUndefined();
  });
});

describe('isReference', () => {
  it.each([
    'REPLACEME',
    'replace_with_password',
    'changeme',
    'None',
    '<password>',
    'FUNNEL_POSTGRES_PASSWORD_PLACEHOLDER',
    'aws_secret_access_key',
    'jwt_private_key.pem',
    '/var/run/secrets/token',
    `pub${'0'.repeat(32)}`,
  ])('takes %s for no secret', value => {
    expect(isReference(value)).toBe(true);
  });

  it.each(['hunter2', 'correct-horse', '/9j+abc', 'postgres'])(
    'does not take %s for one',
    value => {
      expect(isReference(value)).toBe(false);
    },
  );
});
