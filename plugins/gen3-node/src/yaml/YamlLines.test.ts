import { readYaml } from './readYaml';

function linesOf(text: string, document = 0) {
  const read = readYaml(text);
  const lines = read.ok ? read.lines[document] : undefined;
  if (!lines) throw new Error('The text cannot be read');
  return lines;
}

describe('YamlLines', () => {
  it('finds a nested key and not one of the same name elsewhere', () => {
    const lines = linesOf(
      'hostname: a\nother:\n  hostname: b\nglobal:\n  x: { hostname: c }\n  hostname: d\n',
    );
    expect(lines.of('global.hostname')).toBe(6);
    expect(lines.of('global.x.hostname')).toBe(5);
    expect(lines.of('hostname')).toBe(1);
    expect(lines.of('global.gone')).toBeUndefined();
    expect(lines.of('hostname.gone')).toBeUndefined();
  });

  it('finds the elements of lists, and what is in them', () => {
    const lines = linesOf(
      'a:\n  - b: 1\n    c:\n      - x\n      - y\n  - d\n',
    );
    expect(lines.of('a[0]')).toBe(2);
    expect(lines.of('a[0].c[1]')).toBe(5);
    expect(lines.of('a[1]')).toBe(6);
    expect(lines.of('a[2]')).toBeUndefined();
  });

  it('takes the last of equal keys, and follows an alias', () => {
    const lines = linesOf('a: &a\n  b: 1\nc: *a\nc: 2\nd: *a\n');
    expect(lines.of('c')).toBe(4);
    expect(lines.of('d.b')).toBe(2);
  });

  it('looks into the document that it is of, or a part of it', () => {
    const lines = linesOf('a: 1\n---\nb:\n  - c:\n      d: 1\n', 1);
    expect(lines.of('a')).toBeUndefined();
    expect(lines.within('b[0]').of('c.d')).toBe(5);
    expect(lines.within('b[0]').within('c').of('d')).toBe(5);
  });

  it('says what is nearest to a key that is missing', () => {
    const lines = linesOf('# about\na:\n  b:\n    c: 1\n');
    expect(lines.near('a.b.x.y')).toBe(3);
    expect(lines.near('x')).toBe(2);
    expect(lines.near('a.b.c')).toBe(4);
  });

  it('lists the lines below a key', () => {
    const lines = linesOf('a:\n  b:\n    c: 1\n  d: [{ e: 1 }]\n');
    expect(lines.below('a')).toEqual({ b: 2, 'b.c': 3, d: 4 });
    expect(lines.below('x')).toEqual({});
  });

  it.each([
    ['|', 'a:\n  b: |\n    one\n    two\n', 2],
    ['| with a comment and an empty line', 'a:\n  b: |- # x\n\n    one\n', 2],
    ['>, which joins lines', 'a:\n  b: >\n    one\n    two\n', undefined],
    ['quotes', 'a:\n  b: "one\\ntwo"\n', undefined],
  ])(
    'knows above which text that is written with %s it is',
    (_, text, line) => {
      expect(linesOf(text).aboveText('a.b')).toBe(line);
    },
  );
});
