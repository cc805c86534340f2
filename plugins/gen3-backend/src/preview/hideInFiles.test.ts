import { hideInFiles, hidesAny } from './hideInFiles';

const path = 'prod/heart/values.yaml';

/** How a file is shown that is as given before and after. */
function show(before: string | undefined, after: string | undefined) {
  const [file] = hideInFiles([{ path, before, after }]);
  return [file?.before, file?.after];
}

describe('hideInFiles', () => {
  it('hides the line of a secret that stays, and shows what else differs', () => {
    const text = (tag: string) =>
      `fence:\n  image: { tag: "${tag}" }\n  FENCE_CONFIG:\n    OPENID_CONNECT: {google: {client_secret: GOCSPX-9f8e7d6c5b4a3210}}\n`;
    const shown = (tag: string) =>
      `fence:\n  image: { tag: "${tag}" }\n  FENCE_CONFIG:\n    <hidden>\n`;
    expect(show(text('2026.10'), text('2026.11'))).toEqual([
      shown('2026.10'),
      shown('2026.11'),
    ]);
  });

  it('says that a secret changes, and not to what', () => {
    const text = (secret: string) => `db:\n  password: "${secret}"\n`;
    expect(show(text('Sup3rGeheim99'), text('And3rsGeheim7'))).toEqual([
      'db:\n  <hidden>\n',
      'db:\n  <hidden, changed>\n',
    ]);
  });

  it('takes a secret that comes a second time for one that changes', () => {
    expect(
      show('a_password: "Geheim123"\n', 'a_password: "Geheim123"\n'.repeat(2)),
    ).toEqual(['<hidden>\n', '<hidden>\n<hidden, changed>\n']);
  });

  it('hides it in files that are new, and in those that are removed', () => {
    const text = 'password: "Sup3rGeheim99"\nreplicas: 2\n';
    expect(show(undefined, text)).toEqual([
      undefined,
      '<hidden>\nreplicas: 2\n',
    ]);
    expect(show(text, undefined)).toEqual([
      '<hidden>\nreplicas: 2\n',
      undefined,
    ]);
  });

  it.each([
    ['a folded text', 'client_secret: >-\n  Geheim-1234\nnext: 1\n'],
    ['a text of lines', 'password: |\n  Geheim 1\n  Geheim 2\nnext: 1\n'],
    ['a text with escapes', 'ini: "a = 1\\ntoken = Geheim-1234\\n"\nnext: 1\n'],
    [
      'lines after a lone carriage return',
      'a: "x\ry"\nb: >\n  z\nclient_secret:\n  Geheim-1234\nnext: 1\n',
    ],
    ['a value below its name', 'client_secret:\n  "Geheim-1234"\nnext: 1\n'],
    [
      'an environment variable',
      'env:\n  - name: DB_PASSWORD\n    value: Geheim-1234\nnext: 1\n',
    ],
    [
      'a private key',
      'key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  Geheim1234\n  -----END RSA PRIVATE KEY-----\nnext: 1\n',
    ],
    ['a lone carriage return', 'a: 1\rpassword = "Geheim-1234"\rb\nnext: 1\n'],
    [
      'a template of Helm',
      '{{- if .Values.x }}\npassword: "Geheim-1234"\nnext: 1\n',
    ],
    ['a second document', 'a: 1\n---\nadmin_password: |-\n  Geheim\nnext: 1\n'],
  ])('hides %s', (_, text) => {
    const [before] = show(text, text);
    expect(before).not.toMatch(/Geheim/);
    expect(before).toMatch(/next: 1\n$/);
  });

  it('leaves a file without secrets as it is, and one whose secrets are hidden', () => {
    const text = 'fence:\n  enabled: true\r\n  <hidden, changed>\n';
    expect(show(text, text)).toEqual([text, text]);
    expect(show('', '')).toEqual(['', '']);
    expect(hidesAny([{ path, before: text, after: text }])).toBe(false);
    expect(hidesAny([{ path, after: 'password: "Geheim-1234"' }])).toBe(true);
  });

  it('reads a file in which names are used often', () => {
    const text = `a: &a [1]\n${'b: [*a, *a]\n'.replace(
      'b',
      'c',
    )}d: {<<: {x: 1}}\n`;
    expect(show(text, text)).toEqual([text, text]);
  });
});
