import { InputError } from '@backstage/errors';
import { describeRunFailure } from './describeRunFailure';

describe('describeRunFailure', () => {
  it.each([
    ['an error', new InputError('gone - for good'), 'gone - for good'],
    [
      'a URL with a password',
      new Error('no answer from https://me:secret@git.example.org/a'),
      'no answer from https://git.example.org/a',
    ],
    [
      'a statement with its values',
      new Error(`insert into "t" values ('a - b') - lock timeout`),
      'lock timeout',
    ],
    ['what is no error', 'gone', "unknown error 'gone'"],
    ['a long text', new Error('x'.repeat(9_000)), 'x'.repeat(2_000)],
  ])('describes %s', (_, error, expected) => {
    expect(describeRunFailure(error)).toBe(expected);
  });
});
