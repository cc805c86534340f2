import { asSideBySide, asUnified, DiffPair, foldSame } from './arrangeLines';
import { compareFile } from './compareFile';

const linesOf = (before: string, after: string) =>
  compareFile({ path: 'values.yaml', before, after }).lines;

const shape = (pairs: DiffPair[]) =>
  pairs.map(
    ({ before, after }) => `${before?.text ?? ''}|${after?.text ?? ''}`,
  );

describe('Lines of a difference', () => {
  const lines = linesOf('a\nb\nc\nd\n', 'a\nx\nd\ne\n');

  it('stand below each other', () => {
    expect(shape(asUnified(lines))).toEqual([
      'a|a',
      'b|',
      'c|',
      '|x',
      'd|d',
      '|e',
    ]);
  });

  it('stand beside what takes their place', () => {
    expect(shape(asSideBySide(lines))).toEqual([
      'a|a',
      'b|x',
      'c|',
      'd|d',
      '|e',
    ]);
  });

  it('are folded where nothing changes nearby', () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`);
    const before = numbers.join('');
    const after = before.replace('10\n', 'ten\n');
    const parts = foldSame(asSideBySide(linesOf(before, after)));
    expect(parts.map(({ folded, rows }) => [folded, rows.length])).toEqual([
      [true, 6],
      [false, 7],
      [true, 7],
    ]);
  });

  it('are not folded for the sake of one', () => {
    const parts = foldSame(
      asUnified(linesOf('1\n2\n3\n4\n5\n', '1\n2\n3\n4\nfive\n')),
    );
    expect(parts.some(({ folded }) => folded)).toBe(false);
  });
});
