import { parse } from 'yaml';
import { findSecrets } from './findSecrets';

const find = (yaml: string) => {
  const values: unknown = parse(yaml);
  return findSecrets(values);
};

describe('findSecrets', () => {
  it('finds the client secret of an identity provider', () => {
    const yaml =
      'fence: { FENCE_CONFIG: { OPENID_CONNECT: { google: { client_id: a, client_secret: hunter2 } } } }';
    expect(find(yaml)).toEqual([
      {
        path: 'fence.FENCE_CONFIG.OPENID_CONNECT.google.client_secret',
        kind: 'client-secret',
        lines: [],
      },
    ]);
  });

  it.each([
    [
      'a password of several words',
      '{ password: correct horse battery }',
      'password',
    ],
    ['a password of digits', '{ password: 123456 }', 'password'],
    ['a list', '{ dbGaP: [{ info: { password: hunter2 } }] }', 'password'],
    [
      'a variable of the environment',
      '{ env: [{ name: DB_PASSWORD, value: hunter2 }] }',
      'password',
    ],
    [
      'a service account',
      `{ private_key: "-----BEGIN ${'PRIVATE'} KEY-----" }`,
      'service-account',
    ],
    ['an argument', '{ args: ["--token=a1b2c3d4e5"] }', 'access-token'],
  ])('finds %s', (_, yaml, kind) => {
    expect(find(yaml)).toMatchObject([{ kind }]);
  });

  it('looks into documents and says in which lines', () => {
    const yaml = `
fence:
  config: |
    BASE_URL: https://brain.example.org/user
    ENCRYPTION_KEY: "c2VjcmV0"
    OPENID_CONNECT:
      google: { client_id: 1, client_secret: "hunter2" }
      orcid:
        client_secret: "hunter3"
`;
    expect(find(yaml)).toEqual([
      { path: 'fence.config', kind: 'encryption-key', lines: [2] },
      { path: 'fence.config', kind: 'client-secret', lines: [4, 6] },
    ]);
  });

  it.each([
    [
      'names of secrets',
      '{ fence: { externalSecrets: { apiToken: brain-token, password: brain-pw } } }',
    ],
    [
      'a reference in the environment',
      '{ env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: x, key: password } } }] }',
    ],
    ['a switch', '{ pushSecret: true, token: 3600 }'],
    ['a text about it', '{ token: The token of your user }'],
    ['a placeholder', '{ ENCRYPTION_KEY: REPLACEME }'],
  ])('is content with %s', (_, yaml) => {
    expect(find(yaml)).toEqual([]);
  });
});
