import { hideSecrets } from './hideSecrets';

/** How a member of a ConfigMap is shown. */
function show(text: string) {
  const { body } = hideSecrets({ kind: 'ConfigMap', data: { member: text } });
  return body;
}

describe('hideSecrets', () => {
  it('counts lines as what finds the secrets does: a lone carriage return ends one', () => {
    expect(
      show('user = a\rpassword = "Sup3rGeheim99"\nnext = 1\r\nb\n'),
    ).toEqual({
      kind: 'ConfigMap',
      data: { member: 'user = a\r<hidden>\nnext = 1\r\nb\n' },
    });
  });

  it('hides all lines of a private key', () => {
    const key =
      '-----BEGIN RSA PRIVATE KEY-----\nGeheim12\nGeheim34\n-----END RSA PRIVATE KEY-----\n';
    expect(show(`first\n${key}last\n`)).toMatchObject({
      data: { member: `first\n${'<hidden>\n'.repeat(4)}last\n` },
    });
  });

  it('hides the one line of a private key that never ends', () => {
    expect(show('-----BEGIN PRIVATE KEY----- goes here\nlast\n')).toMatchObject(
      {
        data: { member: '<hidden>\nlast\n' },
      },
    );
  });
});
