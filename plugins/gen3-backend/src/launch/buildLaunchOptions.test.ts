import { buildLaunchOptions } from './buildLaunchOptions';

describe('buildLaunchOptions', () => {
  it('has the newest release first, with how many commons run each', () => {
    const { releases } = buildLaunchOptions({
      summary: {
        byRelease: [
          { value: '2026.07', count: 3 },
          { value: 'mixed', count: 2 },
          { value: '2026.10', count: 1 },
          { value: '8.1.0', count: 4 },
        ],
      },
      releases: ['2026.11', '2026.10'],
      targets: [],
    });
    expect(releases).toEqual([
      { release: '2026.11', commons: 0 },
      { release: '2026.10', commons: 1 },
      { release: '2026.07', commons: 3 },
    ]);
  });

  it('has the names that a source has for clusters, and none of one that has none', () => {
    const { clusterNames } = buildLaunchOptions({
      summary: { byRelease: [] },
      releases: [],
      targets: [
        { id: 'gitops', clusters: { prod: 'organprod' } },
        { id: 'plain', clusters: {} },
      ],
    });
    expect(clusterNames).toEqual([
      { source: 'gitops', name: 'prod', cluster: 'organprod' },
    ]);
  });
});
