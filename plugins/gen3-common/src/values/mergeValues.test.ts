import { mergeValues } from './mergeValues';

describe('mergeValues', () => {
  it.each<[string, unknown[], unknown]>([
    ['nothing', [], {}],
    ['empty files', [null, undefined, {}], {}],
    [
      'maps deeply',
      [{ a: { x: 1, y: 1 } }, { a: { y: 2, z: 3 } }],
      { a: { x: 1, y: 2, z: 3 } },
    ],
    ['lists as a whole', [{ a: [1, 2, 3] }, { a: [4] }], { a: [4] }],
    ['a scalar over a map', [{ a: { x: 1 } }, { a: 'off' }], { a: 'off' }],
    ['a map over a scalar', [{ a: 1 }, { a: { x: 1 } }], { a: { x: 1 } }],
    [
      'null as a removal',
      [{ a: { x: 1, y: 2 } }, { a: { x: null } }],
      { a: { y: 2 } },
    ],
    ['null of a whole map', [{ a: { x: 1 }, b: 1 }, { a: null }], { b: 1 }],
    [
      'a value after its removal',
      [{ a: { x: 1 } }, { a: null }, { a: { y: 2 } }],
      { a: { y: 2 } },
    ],
    ['null below nothing', [{ a: { x: null } }], { a: {} }],
    [
      'null in a list',
      [{ a: [null, { b: null }] }],
      { a: [null, { b: null }] },
    ],
    [
      'false, 0 and empty text as values',
      [
        { a: true, b: 1, c: 'x' },
        { a: false, b: 0, c: '' },
      ],
      { a: false, b: 0, c: '' },
    ],
    [
      'dates as text',
      [{ a: new Date('2026-08-01T00:00:00Z') }],
      { a: '2026-08-01T00:00:00.000Z' },
    ],
  ])('merges %s', (_label, layers, expected) => {
    expect(mergeValues(layers)).toEqual(expected);
  });

  it('does not change the layers', () => {
    const layers = [{ a: { x: 1 } }, { a: { x: 2 } }];
    mergeValues(layers);
    expect(layers).toEqual([{ a: { x: 1 } }, { a: { x: 2 } }]);
  });

  it('keeps a key called __proto__ from reaching the prototype', () => {
    const layer: unknown = JSON.parse(
      '{"__proto__":{"polluted":true},"a":{"__proto__":{"polluted":true}}}',
    );
    const merged = mergeValues([{ a: { x: 1 } }, layer]);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(merged.polluted).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
  });

  // Such values once overflowed the stack of the process that read them.
  it('refuses values that contain themselves, in maps and in lists', () => {
    const map: Record<string, unknown> = {};
    map.a = { b: map };
    const list: unknown[] = [];
    list.push(list);
    for (const layer of [map, { list }]) {
      expect(() => mergeValues([layer])).toThrow(/more than 200 levels deep/);
    }
  });

  it.each([[['a']], ['text'], [42]])('refuses %p', layer => {
    expect(() => mergeValues([{}, layer])).toThrow(
      /Layer 2 of the values is a/,
    );
  });
});
