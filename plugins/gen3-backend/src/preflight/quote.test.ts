import { quote } from './quote';

describe('quote', () => {
  it.each([
    ['a text', 'master', '"master"'],
    ['a number', 2026.1, '"2026.1"'],
    ['nothing', undefined, '"null"'],
    ['several lines', 'a\nb', '"a b"'],
    ['a long text', 'x'.repeat(80), `"${'x'.repeat(60)}…"`],
    [
      'a secret',
      'postgresql://fence:hunter2@db.example.org/fence',
      'a value that may be a secret',
    ],
  ])('shows %s', (_, value, shown) => {
    expect(quote(value)).toBe(shown);
  });
});
