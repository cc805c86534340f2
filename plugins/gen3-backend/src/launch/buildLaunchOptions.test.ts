import {
  createServiceRegistry,
  gen3ServiceSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildLaunchOptions } from './buildLaunchOptions';

const registry = createServiceRegistry();

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
      sources: [],
      registry,
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
      sources: [],
      registry,
    });
    expect(clusterNames).toEqual([
      { source: 'gitops', name: 'prod', cluster: 'organprod' },
    ]);
  });

  it('has the sources that take changes', () => {
    const { sources } = buildLaunchOptions({
      summary: { byRelease: [] },
      releases: [],
      targets: [],
      sources: [
        { id: 'gitops', takesChanges: true },
        { id: 'away', takesChanges: false },
      ],
      registry,
    });
    expect(sources).toEqual(['gitops']);
  });

  it("has the organisation's own services, and none of Gen3's", () => {
    const variants = {
      name: 'variant-browser',
      title: 'Variant browser',
      bundle: 'data-explorer',
      dependsOn: ['guppy'],
      probe: { path: '/variants/_status' },
    };
    const own = createServiceRegistry({
      custom: [gen3ServiceSchema.parse(variants)],
    });
    const nothing = {
      summary: { byRelease: [] },
      releases: [],
      targets: [],
      sources: [],
    };
    expect(
      buildLaunchOptions({ ...nothing, registry: own }).services,
    ).toMatchObject([
      {
        name: 'variant-browser',
        title: 'Variant browser',
        description: 'Variant browser',
        bundle: 'data-explorer',
        enabledByDefault: false,
        dependsOn: ['guppy'],
      },
    ]);
    expect(buildLaunchOptions({ ...nothing, registry }).services).toEqual([]);
  });
});
