import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import {
  createServiceRegistry,
  readCommonsEntity,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { MergedCommons } from '../provider/mergeSources';
import { buildEntities } from './buildEntities';

const registry = createServiceRegistry();

const merged = (
  hostname: string,
  facts: Partial<MergedCommons> = {},
): MergedCommons => ({
  ...commonsOf(hostname),
  sourceId: 'git',
  member: `prod/${hostname}`,
  owner: 'group:default/ops',
  relationship: 'managed',
  probing: 'on',
  ...facts,
});

const buildWithFindings = (
  commons: MergedCommons[],
  options: { kubernetesClusters?: string[] } = {},
) =>
  buildEntities({
    commons,
    sources: [
      { id: 'git', owner: 'group:default/ops' },
      { id: 'list', owner: 'group:default/partners' },
    ],
    registry,
    kubernetesClusters: new Set(options.kubernetesClusters),
  });

const build = (...parameters: Parameters<typeof buildWithFindings>) =>
  buildWithFindings(...parameters).bySource;

const find = (entities: Entity[] | undefined, name: string): Entity => {
  const found = entities?.find(({ metadata }) => metadata.name === name);
  if (!found) {
    throw new Error(`No entity ${name}`);
  }
  return found;
};

const HEART = 'heart-staging.example.org';

const everything = merged(HEART, {
  title: 'Heart',
  description: 'Hearts of all kinds',
  baseUrl: 'https://heart-staging.example.org:8443',
  flavour: 'helm',
  environment: 'heartstaging',
  services: [
    { name: 'arborist', imageTag: '2026.07' },
    { name: 'fence', imageTag: '2026.07' },
    { name: 'own-service' },
  ],
  dictionaryUrl: 'https://example.org/dictionary.json',
  docsUrl: 'https://docs.example.org/heart',
  frontendRoot: 'gen3ff',
  meshMembers: ['b.example.org', 'a.example.org'],
  meshRole: 'hub',
  cluster: 'east',
  namespace: 'heart',
  argocdApp: { namespace: 'argocd', name: 'heart' },
  argocdUrl: 'https://argo.example.org/',
  provenance: {
    repo: 'https://git.example.org/fleet',
    path: 'east/heart/app.yaml',
    location: 'url:https://git.example.org/fleet/blob/main/east/heart/app.yaml',
    viewUrl: 'https://git.example.org/fleet/tree/main/east/heart',
  },
});

describe('buildEntities', () => {
  // Git may name any namespace, and the link must not lead elsewhere because of it.
  it('links to an Application whatever its namespace is called', () => {
    const argocdApp = { namespace: '../logout?a b', name: 'heart' };
    const system = find(
      build([{ ...everything, argocdApp }]).get('git'),
      HEART,
    );
    expect(system?.metadata.links).toContainEqual({
      url: 'https://argo.example.org/applications/..%2Flogout%3Fa%20b/heart',
      title: 'Argo CD',
      type: 'argocd',
    });
  });

  it('makes a System that says everything that is known of a commons', () => {
    const system = find(build([everything]).get('git'), HEART);
    expect(system).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: HEART,
        title: 'Heart',
        description: `Hearts of all kinds. Hostname: ${HEART}. Services: arborist, fence, own-service.`,
        tags: ['helm', 'staging'],
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://git.example.org/fleet/blob/main/east/heart/app.yaml',
          'backstage.io/managed-by-origin-location':
            'url:https://git.example.org/fleet/blob/main/east/heart/app.yaml',
          'backstage.io/source-location':
            'url:https://git.example.org/fleet/tree/main/east/heart/',
          'backstage.io/view-url':
            'https://git.example.org/fleet/tree/main/east/heart',
          'gen3.org/hostname': HEART,
          'gen3.org/base-url': 'https://heart-staging.example.org:8443',
          'gen3.org/relationship': 'managed',
          'gen3.org/probing': 'on',
          'gen3.org/source': 'git',
          'gen3.org/flavour': 'helm',
          'gen3.org/environment': 'heartstaging',
          'gen3.org/services': 'arborist,fence,own-service',
          'gen3.org/release': '2026.07',
          'gen3.org/frontend-root': 'gen3ff',
          'gen3.org/dictionary-url': 'https://example.org/dictionary.json',
          'gen3.org/mesh-role': 'hub',
          'gen3.org/mesh-members': 'a.example.org,b.example.org',
          'gen3.org/gitops-repo': 'https://git.example.org/fleet',
          'gen3.org/gitops-path': 'east/heart/app.yaml',
          'gen3.org/argocd-app': 'argocd/heart',
          'gen3.org/cluster': 'east',
        },
        links: [
          {
            url: 'https://heart-staging.example.org:8443',
            title: 'Portal',
            icon: 'dashboard',
            type: 'portal',
          },
          {
            url: 'https://docs.example.org/heart',
            title: 'Documentation',
            icon: 'docs',
            type: 'docs',
          },
          {
            url: 'https://argo.example.org/applications/argocd/heart',
            title: 'Argo CD',
            type: 'argocd',
          },
          {
            url: 'https://git.example.org/fleet/tree/main/east/heart',
            title: 'Declared in git',
            type: 'git',
          },
        ],
      },
      spec: {
        type: 'gen3-commons',
        owner: 'group:default/ops',
        lifecycle: 'staging',
      },
    });
  });

  it('says that git names no services, and leaves open what a list leaves out', () => {
    // A commons without services was read back as one with all that are on by default.
    const servicesOf = (facts: Partial<MergedCommons>) => {
      const entities = build([merged(HEART, { services: [], ...facts })]);
      const system = find(entities.get('git'), HEART);
      return readCommonsEntity(system, registry).services;
    };
    expect(servicesOf({})).toEqual([]);
    expect(
      servicesOf({
        provenance: { repo: 'config', path: 'x', location: 'gen3-config:x' },
      }),
    ).toHaveLength(14);
  });

  it('leaves out what is not known', () => {
    const system = find(
      build([merged('a.example.org')]).get('git'),
      'a.example.org',
    );
    expect(Object.keys(system.metadata.annotations ?? {})).not.toContain(
      'gen3.org/base-url',
    );
    expect(system.metadata.title).toBe('a.example.org');
    expect(system.metadata.annotations?.['backstage.io/source-location']).toBe(
      'git:https://git.example.org/fleet//prod/a.example.org/',
    );
  });

  it('connects services to their neighbours and their cluster', () => {
    const fence = find(build([everything]).get('git'), `${HEART}-fence`);
    expect(fence.spec).toEqual({
      type: 'gen3-service',
      lifecycle: 'staging',
      owner: 'group:default/ops',
      system: `system:default/${HEART}`,
      dependsOn: [
        `component:default/${HEART}-arborist`,
        'resource:default/east',
      ],
    });
    expect(fence.metadata.annotations).toMatchObject({
      'gen3.org/service': 'fence',
      'gen3.org/image-tag': '2026.07',
    });
  });

  it('points the kubernetes plugin at a service only where it knows the cluster', () => {
    const annotationsOf = (entities: Map<string, Entity[]>) =>
      find(entities.get('git'), `${HEART}-fence`).metadata.annotations;
    const expected = {
      'backstage.io/kubernetes-cluster': 'east',
      'backstage.io/kubernetes-namespace': 'heart',
      'backstage.io/kubernetes-label-selector':
        registry.get('fence')?.podSelector,
    };

    const selector = 'backstage.io/kubernetes-label-selector';
    expect(annotationsOf(build([everything]))).not.toHaveProperty([selector]);
    expect(
      annotationsOf(build([everything], { kubernetesClusters: ['east'] })),
    ).toMatchObject(expected);

    const mapped = { ...everything, kubernetesCluster: 'eks-east-1' };
    expect(annotationsOf(build([mapped]))).toMatchObject({
      ...expected,
      'backstage.io/kubernetes-cluster': 'eks-east-1',
      'gen3.org/cluster': 'eks-east-1',
    });
  });

  it('points it at every service that the registry knows, also at those that only have jobs', () => {
    const services = registry.all().map(({ name }) => ({ name }));
    const entities = build([{ ...everything, services }], {
      kubernetesClusters: ['east'],
    }).get('git');
    expect(
      entities
        ?.filter(({ kind }) => kind === 'Component')
        .filter(
          ({ metadata }) =>
            !metadata.annotations?.['backstage.io/kubernetes-label-selector'],
        ),
    ).toEqual([]);
    expect(find(entities, `${HEART}-etl`).metadata.annotations).toMatchObject({
      'backstage.io/kubernetes-label-selector': expect.stringMatching(
        /^!app\.kubernetes\.io\/name,app notin \(/,
      ),
    });
  });

  it('says of a commons where its workloads run, only where Backstage knows the cluster', () => {
    const annotationsOf = (entities: Map<string, Entity[]>) =>
      find(entities.get('git'), HEART).metadata.annotations;
    const cluster = 'backstage.io/kubernetes-cluster';

    expect(annotationsOf(build([everything]))).not.toHaveProperty([cluster]);
    expect(
      annotationsOf(build([everything], { kubernetesClusters: ['east'] })),
    ).toMatchObject({
      [cluster]: 'east',
      'backstage.io/kubernetes-namespace': 'heart',
      'backstage.io/kubernetes-label-selector': '!gen3.org/of-another-commons',
    });
  });

  it('says of a commons in a known cluster that nobody names its namespace, and names the cluster', () => {
    const nowhere = { cluster: 'east', namespace: undefined };
    const { findings, bySource } = buildWithFindings(
      [
        merged('heart.example', nowhere),
        merged('lung.example', { namespace: undefined, cluster: undefined }),
        merged('skin.example', { cluster: 'east', namespace: 'skin' }),
      ],
      { kubernetesClusters: ['east'] },
    );
    expect(findings).toMatchObject([
      {
        sourceId: 'git',
        member: 'prod/heart.example',
        finding: {
          severity: 'warning',
          code: 'namespace-missing',
          message: expect.stringMatching(
            /^"heart.example" is in cluster "east"/,
          ),
        },
      },
    ]);
    // The health card could not tell it from one whose cluster nobody knows.
    const { annotations = {} } = find(
      bySource.get('git'),
      'heart.example',
    ).metadata;
    expect(
      Object.entries(annotations).filter(([name]) =>
        name.startsWith('backstage.io/kubernetes'),
      ),
    ).toEqual([['backstage.io/kubernetes-cluster', 'east']]);
  });

  it('makes one Resource of a cluster that several commons and sources share', () => {
    const entities = build([
      merged('a.example.org', { cluster: 'east', sourceId: 'list' }),
      merged('b.example.org', { cluster: 'east' }),
      merged('c.example.org', { cluster: 'east' }),
    ]);
    const clusters = (id: string) =>
      entities.get(id)?.filter(({ kind }) => kind === 'Resource');
    expect(clusters('list')).toEqual([]);
    expect(clusters('git')).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'east',
          title: 'east',
          description: 'Kubernetes cluster east.',
          annotations: {
            'backstage.io/managed-by-location': 'gen3-source:git',
            'backstage.io/managed-by-origin-location': 'gen3-source:git',
            'gen3.org/source': 'git',
          },
        },
        spec: { type: 'kubernetes-cluster', owner: 'group:default/ops' },
      },
    ]);
  });

  it('makes entities that the catalog accepts, also of long names and odd lifecycles', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const long = `${'long-name.'.repeat(9)}example.org`;
    const entities = build([
      everything,
      merged(long, { lifecycle: 'Pre Production!', cluster: 'A Cluster_1' }),
    ]).get('git');
    expect(entities).toHaveLength(9);
    for (const entity of entities ?? []) {
      // One after the other, so that a failure names its entity.
      await policy.enforce(entity);
      const valid = await Promise.all(
        [
          systemEntityV1alpha1Validator,
          componentEntityV1alpha1Validator,
          resourceEntityV1alpha1Validator,
        ].map(validator => validator.check(entity)),
      );
      expect(valid).toContain(true);
    }
  });

  it('leaves out a commons that cannot be built, and says so without the passwords of the reason', () => {
    const odd = merged('odd.example.org');
    Object.defineProperty(odd, 'title', {
      get: () => {
        throw new Error('no title at https://me:secret@git.example.org');
      },
    });
    const { bySource, findings, partial } = buildWithFindings([
      merged('a.example.org', { services: [] }),
      odd,
    ]);
    expect(bySource.get('git')).toHaveLength(1);
    expect([...partial]).toEqual(['git']);
    expect(findings).toEqual([
      {
        sourceId: 'git',
        member: 'prod/odd.example.org',
        finding: expect.objectContaining({
          code: 'entities-not-built',
          message:
            'The entities of "odd.example.org" cannot be built, and stay in the catalog as they are: Error: no title at https://git.example.org',
        }),
      },
    ]);
  });

  // The catalog compares refs without case: it would have been handed one entity twice.
  it('gives a name to the first of two things that ask for it, and says so', () => {
    const { bySource, findings } = buildWithFindings([
      merged('a.example.org', { cluster: 'east' }),
      merged('b.example.org', { cluster: 'East' }),
      merged('c.example.org', { cluster: 'east' }),
    ]);
    const refs = bySource.get('git')?.map(entity => stringifyEntityRef(entity));
    expect(new Set(refs).size).toBe(refs?.length);
    expect(findings).toMatchObject([
      {
        member: 'prod/b.example.org',
        finding: {
          code: 'entity-name-taken',
          message: expect.stringContaining(
            '"resource:default/east" stands for the cluster "east", so the cluster "East" is not in the catalog',
          ),
        },
      },
    ]);
  });

  it('gives equal entities in equal order for commons in any order', () => {
    const commons = [everything, merged('a.example.org', { cluster: 'east' })];
    expect(JSON.stringify([...build(commons)])).toBe(
      JSON.stringify([...build([...commons].reverse())]),
    );
  });
});
