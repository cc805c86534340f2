import { lookupsAtOnce } from './resolveWithSystem';

describe('lookupsAtOnce', () => {
  it.each([
    ['by default', undefined, 2],
    ['with as many threads as named', '16', 8],
    ['with an odd number of threads', '5', 3],
    ['with one thread', '1', 1],
    ['when the number cannot be read', 'many', 2],
  ])('is what libuv lets run %s', (_label, threads, expected) => {
    expect(lookupsAtOnce(threads)).toBe(expected);
  });
});
