import { findStrays } from './findStrays';
import type { RawChange } from './parseRawLog';

/** `path: before > after`, each a letter for a content or `-` for nothing. */
function changesOf(...lines: string[]): RawChange[] {
  const entryOf = (id: string) =>
    id === '-' ? undefined : { mode: '100644', id };
  return lines.map(line => {
    const [path = '', before = '', after = ''] = line.split(/: | > /);
    return { path, before: entryOf(before), after: entryOf(after) };
  });
}

describe('findStrays', () => {
  it.each([
    ['only the change touches it', ['f: 1 > 2'], ['f: 1 > 2'], []],
    ['both made the same', ['f: 1 > 2'], [], []],
    ['both added the same', ['f: - > 2'], [], []],
    ['both removed it', ['f: 1 > -'], [], []],
    ['lines are merged', ['f: 1 > 2'], ['f: 3 > 4'], ['f: 2 > 4']],
    ['the base has all lines already', ['f: 1 > 2'], [], ['f: 2 > 3']],
    ['the base changed another file', ['f: - > 2'], ['f: - > 2'], ['g: 1 > 3']],
  ])('finds none when %s', (_label, proposed, merged, deviating) => {
    expect(
      findStrays({
        proposed: changesOf(...proposed),
        merged: changesOf(...merged),
        deviating: changesOf(...deviating),
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'the change went into a file of another name',
      ['f: 1 > 2'],
      ['g: 1 > 2'],
      ['f: 2 > -', 'g: - > 2'],
      ['f', 'g'],
    ],
    [
      'what the base changed went into a file that the change adds',
      ['f: 1 > -', 'g: - > 1'],
      ['f: 2 > -', 'g: - > 2'],
      ['g: 1 > 2'],
      ['f', 'g'],
    ],
    [
      'a file was removed that the base changed',
      ['f: 1 > -'],
      ['f: 2 > -'],
      [],
      ['f'],
    ],
    ['a change was lost', ['f: 1 > 2'], [], ['f: 2 > -'], ['f']],
  ])('finds those when %s', (_label, proposed, merged, deviating, strays) => {
    expect(
      findStrays({
        proposed: changesOf(...proposed),
        merged: changesOf(...merged),
        deviating: changesOf(...deviating),
      }),
    ).toEqual(strays);
  });
});
