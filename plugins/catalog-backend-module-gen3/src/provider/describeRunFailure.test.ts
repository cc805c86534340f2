import { describeRunFailure } from './describeRunFailure';

describe('describeRunFailure', () => {
  it.each([
    ['an error', new Error('gone - for good'), 'Error: gone - for good'],
    [
      'a URL with a password',
      new Error('no answer from https://me:secret@git.example.org/a'),
      'Error: no answer from https://git.example.org/a',
    ],
    [
      'a statement with its values',
      new Error(`insert into "t" values ('a - b') - lock timeout`),
      'Error: lock timeout',
    ],
    [
      'a long text',
      new Error('x'.repeat(9_000)),
      `Error: ${'x'.repeat(1_993)}`,
    ],
  ])('describes %s', (_, error, expected) => {
    expect(describeRunFailure(error)).toBe(expected);
  });
});
