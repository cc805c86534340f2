import { excerptOf } from './excerptOf';

const CSRF =
  '0a1b2c3d4e5f60718293a4b5c6d7e8f93950.0002026-07-01T00:00:00+00:00';
const PEM =
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----';

describe('excerptOf', () => {
  it('folds white space and cuts at 200 characters', () => {
    expect(excerptOf('  <html>\n\n  <head>\t</head>')).toBe(
      '<html> <head> </head>',
    );
    expect(excerptOf('word '.repeat(1_000_000))).toHaveLength(200);
  });

  it.each([
    [
      "revproxy's csrf token",
      `{ "message": "Feelin good!", "csrf": "${CSRF}" }`,
      '{ "message": "Feelin good!", "csrf": "[redacted]" }',
    ],
    [
      'a csrf token without its name',
      `token is ${CSRF.slice(0, 35)}.`,
      'token is [redacted].',
    ],
    ['a PEM key', `key ${PEM} end`, 'key [redacted] end'],
    [
      "fence's keys",
      `{"keys":[["key-01",${JSON.stringify(PEM)}]]}`,
      '{"keys":[["key-01","[redacted]"]]}',
    ],
    ['a PEM key that was cut off', PEM.slice(0, 50), '[redacted]'],
    [
      'a JSON web token',
      'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln',
      '[redacted].[redacted].c2ln',
    ],
    [
      'a secret that was cut off',
      '{"access_token": "abc',
      '{"access_token": "[redacted]',
    ],
  ])('takes out %s', (_label, body, expected) => {
    expect(excerptOf(body)).toBe(expected);
  });

  it.each([
    ['{ "error": "service failure - try again later"}'],
    ['<a href="/dashboard/Public/maintenance-page/index.html">moved</a>'],
    ['{"version":"2026.07","commit":"abc1234"}'],
    ['{"indices":{"heart_example_case_etl_index":{"aliases":[]}}}'],
  ])('leaves %s as it is', body => {
    expect(excerptOf(body)).toBe(body);
  });
});
