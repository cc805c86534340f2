import { shorten } from './shorten';

describe('shorten', () => {
  it.each([
    ['leaves what is short enough', 'abc', 3, 'abc'],
    ['ends with a whole word', 'one two three', 10, 'one two…'],
    ['cuts a word that is longer than all', 'a'.repeat(99), 5, 'aaaa…'],
  ])('%s', (_, text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });
});
