import { MAX_YAML_LENGTH, readYaml } from './readYaml';

describe('readYaml', () => {
  it.each([
    [
      'a: yes\nb: off\nc: "on"\nd: e1\ne: 1e3',
      { a: true, b: false, c: 'on', d: 'e1', e: 1000 },
    ],
    ['a: 1\na: 2', { a: 2 }],
    ['x: &x { a: 1 }\ny: { <<: *x, b: 2 }', { x: { a: 1 }, y: { a: 1, b: 2 } }],
    ['d: 2026-08-01', { d: '2026-08-01' }],
    ['', undefined],
    ['# only a comment\n', undefined],
  ])('reads %j', (text, expected) => {
    const read = readYaml(text);
    expect(read.ok && read.documents[0]).toEqual(expected);
  });

  it('reads several documents', () => {
    expect(readYaml('a: 1\n---\n---\nb: 2\n')).toMatchObject({
      ok: true,
      documents: [{ a: 1 }, undefined, { b: 2 }],
    });
  });

  it.each([
    [
      'a: "geheim',
      'a missing character, such as a closing quote or bracket',
      1,
    ],
    ['a: 1\n\tb: geheim', 'a tab in the indentation', 2],
    ['a: 1\n  b: geheim\n', 'a map that begins in the middle of a line', 1],
    [
      'a: *geheim\n',
      'an alias of an unknown anchor, or far too many aliases',
      undefined,
    ],
  ])('complains about %j without quoting it', (text, message, line) => {
    const read = readYaml(text);
    expect(read).toMatchObject({ ok: false, message });
    expect(!read.ok && read.line).toBe(line);
    expect(JSON.stringify(read)).not.toContain('geheim');
  });

  // Each of these once took the process's memory, its stack, or minutes.
  it.each([
    ['an alias that contains itself', 'a: &a { b: *a }', /contains itself/],
    ['deep nesting', `a: ${'['.repeat(20_000)}`, /too deep nesting/],
    [
      'nesting that the parser bears',
      `${'['.repeat(200)}${']'.repeat(200)}`,
      /more than 100 levels/,
    ],
    [
      'nesting by aliases',
      `a0: &a0 [[[[[[[[[[]]]]]]]]]]\n${Array.from(
        { length: 20 },
        (_, n) => `a${n + 1}: &a${n + 1} [[[[[*a${n}]]]]]`,
      ).join('\n')}`,
      /more than 100 levels/,
    ],
    [
      'copies of a long list',
      `a: &a [${'x,'.repeat(40_000)}]\nb: [${'*a,'.repeat(900)}]`,
      /far too much text/,
    ],
    [
      'thousands of anchors',
      Array.from({ length: 5_000 }, (_, n) => `k${n}: &a${n} 1`).join('\n'),
      /too many anchors/,
    ],
    ['keys within keys', `${'? '.repeat(400)}a`, /as a key/],
    ['a text that is too long', '#'.repeat(MAX_YAML_LENGTH + 1), /characters/],
  ])('refuses %s', (_label, text, message) => {
    expect(readYaml(text)).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('takes ampersands and asterisks in texts for what they are', () => {
    const script = 'a && b *.txt & * c\n'.repeat(1_000);
    const text = `run: |\n  ${script.replaceAll('\n', '\n  ')}\n`;
    expect(readYaml(text)).toMatchObject({ ok: true });
  });
});
