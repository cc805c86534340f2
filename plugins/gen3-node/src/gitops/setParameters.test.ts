import { setParameters } from './setParameters';

describe('setParameters', () => {
  it.each([
    ['a path', { 'a.b': 'x' }, { a: { b: 'x' } }],
    ['a dot in a key', { 'a\\.b.c': 'x' }, { 'a.b': { c: 'x' } }],
    [
      'types',
      { a: 'true', b: 'false', c: '7', d: '007', e: '' },
      { a: true, b: false, c: 7, d: '007', e: '' },
    ],
    ['neighbours', { 'a.b': '1', 'a.c': '2' }, { a: { b: 1, c: 2 } }],
    ['a map over a text', { a: '1', 'a.b': '2' }, { a: { b: 2 } }],
    ['a text over a map', { 'a.b': '1', a: '2' }, { a: 2 }],
    [
      'null, which removes',
      { 'a.b': '1', 'a\\.b': '1', 'a.\\b': 'null' },
      { a: {}, 'a.b': 1 },
    ],
    ['elements of lists', { 'a[0]': '1', '{b}': '2' }, {}],
    [
      'a key that objects have',
      { '__proto__.a': '1' },
      JSON.parse('{"__proto__":{"a":1}}'),
    ],
  ])('understands %s', (_, parameters, expected) => {
    expect(
      setParameters(
        Object.entries(parameters).map(([name, value]) => ({ name, value })),
      ),
    ).toEqual(expected);
  });

  it('leaves a text a text when it is forced to be one', () => {
    expect(
      setParameters([{ name: 'a', value: '1', forceString: true }]),
    ).toEqual({ a: '1' });
  });

  // Each parameter once copied all that came before it: this took many minutes.
  it('comes to an end with many parameters', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({
      name: `a.k${index}`,
      value: 'x',
    }));
    expect(Object.keys(Object(setParameters(many).a))).toHaveLength(200_000);
  });
});
