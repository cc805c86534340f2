import { isSecretName } from './isSecretName';

describe('isSecretName', () => {
  it.each([
    ['a name', 'lung-db-creds', true],
    ['a path', 'gen3/prod_1/db.creds+a=b@c', true],
    ['as long as may be', 'a'.repeat(253), true],
    ['nothing', '', false],
    ['too long', 'a'.repeat(254), false],
    ['spaces', 'my secret', false],
    ['a key of AWS', 'AKIAABCDEFGHIJKLMNOP', false],
    ['the head of a PEM block', '-----BEGIN', false],
    ['other signs', 'a!b', false],
  ])('judges %s', (_, text, expected) => {
    expect(isSecretName(text)).toBe(expected);
  });
});
