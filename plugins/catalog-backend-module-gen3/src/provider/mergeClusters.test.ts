import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf, runningOf } from '../__testUtils__/readings';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { buildCommonsEntity } from '../entities/buildCommonsEntity';
import { buildServiceEntities } from '../entities/buildServiceEntities';
import { placeCommons } from '../entities/placement';
import { DiscoveredCommons } from '../sources/types';
import { mergeSources } from './mergeSources';

const registry = createServiceRegistry();
const A = 'a.example.org';

/** Git, which knows the cluster as `east`, and the cluster itself, which Backstage knows as `east-1`. */
function merge(
  {
    git,
    cluster = runningOf(A),
  }: { git?: DiscoveredCommons; cluster?: DiscoveredCommons },
  settings: JsonObject = { clusters: { east: 'east-1' } },
) {
  const configs = readSourceConfigs(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          { type: 'config', clusters: [{ name: 'east-1' }] },
        ],
      },
      catalog: {
        providers: {
          gen3: {
            git: {
              type: 'gitops',
              url: 'https://git.example/o/r',
              ...settings,
            },
            live: { type: 'kubernetes' },
          },
        },
      },
    }),
    { registry },
  );
  const given = [git, cluster];
  const { commons, findings } = mergeSources(
    configs.map((config, index) => {
      const one = given[index];
      const member = `${config.id}/${A}`;
      return {
        config,
        members: one ? [{ member, commons: one, findings: [] }] : [],
      };
    }),
  );
  const [merged] = commons;
  const placement = placeCommons(merged, new Set());
  const { metadata } = buildCommonsEntity({
    commons: merged,
    registry,
    placement,
  });
  const services = buildServiceEntities({
    commons: merged,
    registry,
    placement,
  }).map(({ metadata: { annotations } }) => annotations);
  return { merged, findings, annotations: metadata.annotations, services };
}

describe('a commons that git declares and a cluster runs', () => {
  it('is one, without a contradiction, although they name the cluster differently', () => {
    const { merged, findings, annotations } = merge({
      git: commonsOf(A, { cluster: 'east', namespace: 'heart' }),
    });
    expect(findings).toEqual([]);
    expect(merged).toMatchObject({
      sourceId: 'git',
      kubernetesCluster: 'east-1',
      namespace: 'heart',
    });
    expect(annotations).toMatchObject({
      'backstage.io/kubernetes-cluster': 'east-1',
      'backstage.io/kubernetes-namespace': 'heart',
    });
  });

  it('gets the place that git does not tell', () => {
    const { findings, annotations } = merge({
      git: commonsOf(A),
      cluster: runningOf(A, {
        argocdApp: { namespace: 'argocd', name: 'gen3-heart' },
      }),
    });
    expect(findings).toEqual([]);
    expect(annotations).toMatchObject({
      'backstage.io/kubernetes-cluster': 'east-1',
      'backstage.io/kubernetes-namespace': 'heart',
      'gen3.org/argocd-app': 'argocd/gen3-heart',
    });
  });

  it('keeps the services and tags that git declares, and is not rewritten by a roll-out', () => {
    const git = commonsOf(A);
    const before = merge({ git });
    const after = merge({
      git,
      cluster: runningOf(A, {
        running: [{ name: 'fence', tag: '2026.09' }, { name: 'indexd' }],
      }),
    });
    expect(after.findings).toEqual([]);
    expect(after.annotations).toEqual(before.annotations);
    expect(after.services).toEqual(before.services);
    expect(after.services).toMatchObject([
      { 'gen3.org/service': 'fence', 'gen3.org/image-tag': '2026.07' },
      { 'gen3.org/service': 'indexd' },
    ]);
    expect(after.services[1]).not.toHaveProperty(['gen3.org/image-tag']);
  });

  it('has the release that runs only where git declares no tag', () => {
    const releaseOf = (git: DiscoveredCommons) =>
      merge({ git }).annotations?.['gen3.org/release'];
    expect(releaseOf(commonsOf(A))).toBe('2026.07');
    expect(releaseOf(commonsOf(A, { services: [{ name: 'fence' }] }))).toBe(
      '2026.08',
    );
  });

  it('takes no half of a place that git contradicts, and is told how to map names', () => {
    const { merged, findings } = merge(
      { git: commonsOf(A, { cluster: 'east' }) },
      {},
    );
    expect(merged).toMatchObject({ cluster: 'east' });
    expect(merged.namespace).toBeUndefined();
    expect(merged.kubernetesCluster).toBeUndefined();
    expect(merged.running).toBeUndefined();
    expect(findings).toMatchObject([
      {
        sourceId: 'live',
        finding: {
          message: expect.stringContaining(
            'cluster is "east-1" here and "east" there',
          ),
          fix: expect.stringContaining('map them with "clusters"'),
        },
      },
    ]);
  });

  it('is elsewhere when its namespace is another', () => {
    const { merged, findings } = merge({
      git: commonsOf(A, { namespace: 'lung' }),
    });
    expect(merged).toMatchObject({ namespace: 'lung' });
    expect(merged.cluster).toBeUndefined();
    expect(findings).toHaveLength(1);
  });
});

describe('a commons in a cluster that Backstage no longer has', () => {
  const settings = { clusters: { east: 'east-1', west: 'west-1' } };

  it('stays where it is, and its source is told', () => {
    const { merged, findings } = merge(
      { git: commonsOf(A, { cluster: 'west', namespace: 'heart' }) },
      settings,
    );
    expect(merged).toMatchObject({ kubernetesCluster: 'west-1' });
    expect(findings).toContainEqual({
      sourceId: 'git',
      member: `git/${A}`,
      finding: {
        severity: 'warning',
        code: 'cluster-unknown',
        message: `"${A}" cannot be looked at inside: catalog.providers.gen3.git.clusters.west: "west-1" is no cluster of kubernetes.clusterLocatorMethods; known are east-1`,
        fix: 'Correct the name, or add the cluster to kubernetes.clusterLocatorMethods.',
      },
    });
  });

  it('says nothing of a commons in another cluster of that source', () => {
    const { findings } = merge(
      { git: commonsOf(A, { cluster: 'east', namespace: 'heart' }) },
      settings,
    );
    expect(findings).toEqual([]);
  });
});

describe('a commons that only a cluster knows', () => {
  it.each([
    ['some run', runningOf(A)],
    ['all were deleted', runningOf(A, { running: [] })],
  ])(
    'is told that nobody says which services it should have: %s',
    (_, cluster) => {
      expect(merge({ cluster }).findings).toEqual([
        {
          sourceId: 'live',
          member: `live/${A}`,
          finding: {
            severity: 'info',
            code: 'services-not-declared',
            message: `Only what runs is known of "${A}": a service that is deleted is not missed`,
            fix: 'Declare its services in git or in a static source.',
          },
        },
      ]);
    },
  );

  it('is told so as well when a list has no more than its name', () => {
    const git = commonsOf(A, { services: [] });
    expect(merge({ git }).findings).toMatchObject([
      { sourceId: 'git', finding: { code: 'services-not-declared' } },
    ]);
    expect(merge({ git }).merged.services).toHaveLength(2);
  });

  it('has the services that run there, with their tags', () => {
    const { annotations, services } = merge({});
    expect(annotations).toMatchObject({
      'gen3.org/services': 'fence,sheepdog',
      'gen3.org/release': '2026.08',
      'gen3.org/flavour': 'helm',
      'gen3.org/source': 'live',
      'backstage.io/managed-by-location': 'gen3-cluster:east-1/heart',
      'backstage.io/kubernetes-namespace': 'heart',
    });
    expect(annotations).not.toHaveProperty(['gen3.org/gitops-repo']);
    expect(services).toMatchObject([
      { 'gen3.org/service': 'fence', 'gen3.org/image-tag': '2026.08' },
      { 'gen3.org/service': 'sheepdog' },
    ]);
  });

  it('has those of the chart when nothing could be seen running', () => {
    const { annotations } = merge({ cluster: runningOf(A, { running: [] }) });
    expect(annotations).not.toHaveProperty(['gen3.org/services']);
  });
});
