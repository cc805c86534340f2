import { findYamlLine, readYaml } from './readYaml';

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
    expect(readYaml('a: 1\n---\n---\nb: 2\n')).toEqual({
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
});

describe('findYamlLine', () => {
  it('finds a nested key and not one of the same name elsewhere', () => {
    const text =
      'hostname: a\nother:\n  hostname: b\nglobal:\n  x: { hostname: c }\n  hostname: d\n';
    expect(findYamlLine(text, 'global.hostname')).toBe(6);
    expect(findYamlLine(text, 'global.x.hostname')).toBe(5);
    expect(findYamlLine(text, 'hostname')).toBe(1);
    expect(findYamlLine(text, 'global.gone')).toBeUndefined();
  });
});
