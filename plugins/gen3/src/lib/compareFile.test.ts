import { compareFile } from './compareFile';

const shape = (before?: string, after?: string) =>
  compareFile({ path: 'values.yaml', before, after }).lines.map(
    line =>
      `${line.before ?? ''}:${line.after ?? ''} ${line.kind} ${line.text}`,
  );

describe('compareFile', () => {
  it('numbers lines on both sides', () => {
    expect(shape('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
      '1:1 same a',
      '2: removed b',
      ':2 added x',
      ':3 added y',
      '3:4 same c',
    ]);
  });

  it.each([
    ['added', undefined, 'a\nb\n', 2, 0],
    ['removed', 'a\n', undefined, 0, 1],
    ['changed', 'a\n', 'b\n', 1, 1],
    ['changed', 'a\n', '', 0, 1],
    ['unchanged', 'a\n', 'a\n', 0, 0],
    ['added', undefined, '', 0, 0],
  ] as const)(
    'calls it %s: %j to %j',
    (kind, before, after, added, removed) => {
      const file = { path: 'values.yaml', before, after };
      expect(compareFile(file)).toMatchObject({ kind, added, removed });
    },
  );

  it('sees a last line that does not end', () => {
    const { lines } = compareFile({ path: 'a', before: 'a\n', after: 'a' });
    expect(lines).toEqual([
      { kind: 'removed', text: 'a', before: 1 },
      { kind: 'added', text: 'a', after: 1, noLineEnd: true },
    ]);
  });

  it('gives up on files that have nothing in common, and shows both', () => {
    const file = (word: string) =>
      Array.from({ length: 1_500 }, (_, line) => `${word} ${line}\n`).join('');
    const both = compareFile({
      path: 'a',
      before: file('old'),
      after: file('new'),
    });
    expect(both).toMatchObject({ kind: 'changed', added: 1500, removed: 1500 });
  });
});
