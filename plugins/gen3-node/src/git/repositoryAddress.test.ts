import { isSameRepository, withoutTrailingSlash } from './repositoryAddress';

describe('isSameRepository', () => {
  it.each([
    ['https://github.com/O/R.git', 'git@github.com:o/r', true],
    ['https://github.com/o/r/', 'ssh://git@github.com/o/r.git', true],
    ['https://me:x@GitHub.com/o/r', 'http://github.com/o/r', true],
    ['file:///data/a.git', 'file:///data/a', true],
    ['https://github.com/o/r', 'https://github.com/o/r2', false],
    ['https://github.com/o/r', 'https://gitlab.com/o/r', false],
    ['https://h:8443/o/r', 'https://h/o/r', false],
    ['', '', false],
    ['nonsense', 'nonsense', false],
  ])('says of %s and %s: %s', (a, b, expected) => {
    expect(isSameRepository(a, b)).toBe(expected);
  });

  // The end of the text was looked for from every slash of a run.
  it('comes to an end with a long run of slashes', () => {
    const url = `git@h:a${'/'.repeat(2_000_000)}b`;
    expect(isSameRepository(url, 'git@h:a')).toBe(false);
    expect(withoutTrailingSlash(url)).toBe(url);
  });
});
