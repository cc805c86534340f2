import { pageOfNames } from './pageOfNames';

const NAMES = ['a', 'b', 'c'];

it.each([
  [{ limit: 2 }, { page: ['a', 'b'], next: 'b' }],
  [{ limit: 3 }, { page: NAMES, next: undefined }],
  [
    { limit: 2, after: 'b' },
    { page: ['c'], next: undefined },
  ],
  [
    { limit: 2, after: 'c' },
    { page: [], next: undefined },
  ],
])('pages with %j', (options, page) => {
  expect(pageOfNames(NAMES, options)).toEqual(page);
});

it('goes on where it was when the last name of the page before is gone', () => {
  expect(pageOfNames(NAMES, { limit: 1, after: 'aa' }).page).toEqual(['b']);
});
