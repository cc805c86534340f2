import { trimSlashes } from './classifySource';

describe('trimSlashes', () => {
  it.each([
    ['./helm/gen3/', 'helm/gen3'],
    ['//helm//gen3//', 'helm//gen3'],
    ['../gen3', '../gen3'],
    ['/', ''],
  ])('makes %s %j', (path, expected) => {
    expect(trimSlashes(path)).toBe(expected);
  });

  // The end of the text was looked for from every slash of a run.
  it('comes to an end with a long run of slashes', () => {
    const path = `a${'/'.repeat(2_000_000)}b`;
    expect(trimSlashes(path)).toBe(path);
  });
});
