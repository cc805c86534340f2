import { listNames } from './listNames';

describe('listNames', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e and 2 others'],
  ])('lists %j', (names, text) => {
    expect(listNames(names)).toBe(text);
  });
});
