import { GEN3_CHARTS, isChartOf, trimSlashes } from './isChartOf';

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

describe('isChartOf', () => {
  it.each([
    [{ chart: 'gen3' }, true],
    [{ chart: 'charts/gen3' }, true],
    [{ path: 'gen3' }, true],
    [{ path: './helm/gen3/' }, true],
    [{ path: 'a/helm/gen3' }, true],
    [{ path: 'charts/gen3' }, false],
    [{ chart: 'gen3-fork' }, false],
    [{}, false],
  ])('says of %j: %s', (source, is) => {
    expect(isChartOf(source, GEN3_CHARTS)).toBe(is);
  });
});
