import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfigReader } from '@backstage/config';
import { readSourceConfigs } from '../../config/readSourceConfigs';
import {
  createFakeClusters,
  failed,
  FakeCluster,
  FORBIDDEN,
  halfListOf,
  listOf,
  NOT_SERVED,
  UNREACHABLE,
} from './__testUtils__/createFakeClusters';
import {
  applicationOf,
  deploymentOf,
  kroOf,
  manifestOf,
  namespaceOf,
} from './__testUtils__/kubernetesObjects';
import { createKubernetesReader } from './createKubernetesReader';

const registry = createServiceRegistry();

async function read(clusters: Record<string, FakeCluster>) {
  const [config] = readSourceConfigs(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: Object.keys(clusters).map(name => ({ name })),
          },
        ],
      },
      catalog: { providers: { gen3: { type: 'kubernetes' } } },
    }),
    { registry },
  );
  if (config?.type !== 'kubernetes') throw new Error('not of kubernetes');
  const client = createFakeClusters(clusters);
  const reading = await createKubernetesReader({
    config,
    client,
    registry,
  }).read({ signal: new AbortController().signal });
  if (reading === 'unchanged') throw new Error('never unchanged');
  return reading.members;
}

const HEART = manifestOf('heart', { hostname: 'heart.example.org' });

/** Cluster `east` with the commons heart.example.org. */
const east: FakeCluster = {
  namespaces: listOf(namespaceOf('heart'), namespaceOf('kube-system', {})),
  configmaps: listOf(HEART),
  applications: listOf(applicationOf('gen3-heart')),
  awsgen3apphelm1s: NOT_SERVED,
  deployments: listOf(
    deploymentOf('heart', 'fence-deployment', 'quay.io/cdis/fence:2026.07'),
    deploymentOf('heart', 'sower', 'quay.io/cdis/sower'),
    deploymentOf('heart', 'squid', 'squid:1'),
    deploymentOf('lung', 'indexd-deployment', 'quay.io/cdis/indexd:2026.06'),
  ),
};

describe('the source kubernetes', () => {
  it('finds a commons by its ConfigMap, with what runs and what deploys it', async () => {
    expect(await read({ east })).toEqual([
      {
        kind: 'commons',
        member: 'east#heart',
        commons: {
          hostname: 'heart.example.org',
          hostnameFrom: 'configmap',
          flavour: 'helm',
          services: [],
          running: [{ name: 'fence', tag: '2026.07' }, { name: 'sower' }],
          meshMembers: [],
          cluster: 'east',
          namespace: 'heart',
          argocdApp: { namespace: 'argocd', name: 'gen3-heart' },
          provenance: {
            repo: 'cluster',
            path: 'east/heart',
            location: 'gen3-cluster:east/heart',
          },
        },
        findings: [],
      },
    ]);
  });

  it('takes what both flavours keep in the ConfigMap, without what may grant access', async () => {
    const [member] = await read({
      east: {
        ...east,
        configmaps: listOf(
          manifestOf('heart', {
            hostname: 'heart.example.org',
            environment: 'heartprod',
            dictionary_url: 'https://user:word@s3.example/schema.json?token=x',
            frontend_root: 'gen3ff',
          }),
        ),
      },
    });
    expect(member).toMatchObject({
      commons: {
        environment: 'heartprod',
        dictionaryUrl: 'https://s3.example/schema.json',
        frontendRoot: 'gen3ff',
      },
    });
  });

  it('knows nothing by the environment of a chart that was told none', async () => {
    const [member] = await read({
      east: {
        ...east,
        configmaps: listOf(
          manifestOf('heart', {
            hostname: 'heart.example.org',
            environment: 'default',
          }),
        ),
      },
    });
    expect(member).not.toHaveProperty('commons.environment');
  });

  it.each<[string, FakeCluster, object]>([
    [
      'by the parameter of its Application before anything was synced',
      {
        applications: listOf(
          applicationOf('gen3-heart', { hostname: 'heart.example.org' }),
        ),
      },
      {
        kind: 'commons',
        member: 'east#heart',
        commons: { hostnameFrom: 'parameter', flavour: 'helm' },
      },
    ],
    [
      'by an Application of another chart that has made its ConfigMap',
      {
        configmaps: listOf(HEART),
        applications: listOf(
          applicationOf('umbrella', {
            path: 'charts/all',
            made: 'manifest-global',
          }),
        ),
      },
      { commons: { argocdApp: { name: 'umbrella' }, flavour: 'helm' } },
    ],
    [
      'without any Application, by the labels of its Deployments',
      { ...east, applications: NOT_SERVED },
      { commons: { flavour: 'helm' } },
    ],
    [
      'of cloud-automation, whose Deployments Helm did not make',
      {
        configmaps: listOf(HEART),
        deployments: listOf(
          deploymentOf('heart', 'fence-deployment', 'fence:1', {}),
        ),
      },
      { commons: { flavour: 'cloud-automation' } },
    ],
    [
      'that KRO deploys from its own cluster',
      {
        ...east,
        awsgen3apphelm1s: listOf(kroOf('heart', 'east')),
      },
      { commons: { flavour: 'kro' } },
    ],
    [
      'whose namespace names no hostname',
      { namespaces: listOf(namespaceOf('heart')) },
      {
        kind: 'quarantined',
        member: 'east#heart',
        finding: { severity: 'warning', code: 'hostname-missing' },
      },
    ],
    [
      'whose hostname is none',
      { configmaps: listOf(manifestOf('heart', { hostname: 'localhost' })) },
      {
        kind: 'quarantined',
        finding: {
          code: 'hostname-invalid',
          message: expect.stringContaining('ConfigMap manifest-global'),
        },
      },
    ],
  ])('sees a commons %s', async (_, cluster, expected) => {
    const members = await read({ east: cluster });
    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject(expected);
  });

  it('finds nothing by Applications of other charts, nor in other namespaces', async () => {
    expect(
      await read({
        east: {
          namespaces: listOf(namespaceOf('jupyter-pods', { role: 'usercode' })),
          applications: listOf(
            applicationOf('observability', { path: 'helm/observability' }),
            applicationOf('elsewhere', { cluster: 'unknown-to-backstage' }),
          ),
        },
      }),
    ).toEqual([]);
  });

  it('knows the commons that Argo CD deploys to another cluster, where that cluster is called the same', async () => {
    const spoke = { configmaps: listOf(HEART), applications: NOT_SERVED };
    const hub = {
      applications: listOf(
        applicationOf('heart-app-helm', {
          cluster: 'spoke',
          hostname: 'heart.example.org',
          labels: { 'app.kubernetes.io/managed-by': 'kro' },
        }),
      ),
      awsgen3apphelm1s: listOf(kroOf('heart', 'spoke')),
    };
    expect(await read({ hub, spoke })).toMatchObject([
      {
        member: 'spoke#heart',
        commons: {
          flavour: 'kro',
          argocdApp: { namespace: 'argocd', name: 'heart-app-helm' },
        },
      },
    ]);
    // Nobody knows what deploys it while the hub is silent.
    expect(await read({ hub: UNREACHABLE, spoke })).toMatchObject([
      { kind: 'quarantined', member: 'hub' },
      { kind: 'quarantined', member: 'spoke' },
      { kind: 'commons', member: 'spoke#heart', incomplete: true },
    ]);
  });
});

describe('what cannot be read', () => {
  it('of a whole cluster is one member, which stands for all of it', async () => {
    const [, west] = await read({ east, west: UNREACHABLE });
    expect(west).toEqual({
      kind: 'quarantined',
      member: 'west',
      finding: {
        severity: 'error',
        code: 'cluster-not-read',
        message:
          'Cluster "west" could not be read: namespaces, configmaps, applications, awsgen3apphelm1s: the connection was refused',
        fix: 'See that the API server answers, and that its "url" and "caData" below "kubernetes.clusterLocatorMethods" are right.',
      },
    });
  });

  it('of ConfigMaps keeps the name of every commons from being known', async () => {
    const finding = {
      code: 'cluster-not-read',
      message: expect.stringContaining(
        '"east" could not be read: configmaps: answers 403',
      ),
      fix: expect.stringContaining('docs/inside.md'),
    };
    expect(
      await read({ east: { ...east, configmaps: FORBIDDEN } }),
    ).toMatchObject([
      { kind: 'quarantined', member: 'east', finding },
      { kind: 'quarantined', member: 'east#heart', finding },
    ]);
  });

  it.each(['deployments', 'statefulsets', 'applications'] as const)(
    'of %s leaves a commons that is incomplete',
    async kind => {
      const members = await read({ east: { ...east, [kind]: FORBIDDEN } });
      expect(
        members.find(({ member }) => member === 'east#heart'),
      ).toMatchObject({
        kind: 'commons',
        incomplete: true,
        findings: [
          { message: expect.stringContaining(`${kind}: answers 403`) },
        ],
      });
    },
  );

  it('of namespaces may hide a commons, and takes nothing from the others', async () => {
    const members = await read({ east: { ...east, namespaces: FORBIDDEN } });
    expect(members).toMatchObject([{ member: 'east' }, { findings: [] }]);
    expect(members[1]).not.toHaveProperty('incomplete');
  });

  it('is also a list with objects that have no name', async () => {
    const half = halfListOf(HEART);
    expect(await read({ east: { ...east, configmaps: half } })).toMatchObject([
      {
        kind: 'quarantined',
        member: 'east',
        finding: {
          message:
            'Cluster "east" could not be read: configmaps: objects without a name are among them',
        },
      },
      { kind: 'commons', member: 'east#heart' },
    ]);
  });

  it('is not an add-on that the cluster does not have', async () => {
    const bare = {
      ...east,
      applications: NOT_SERVED,
      awsgen3apphelm1s: NOT_SERVED,
    };
    expect(await read({ east: bare })).toMatchObject([{ kind: 'commons' }]);
  });

  it('fails the source where no cluster can be read, and says how to mend each', async () => {
    const expired = failed('unauthorized', 'answers 401: Unauthorized');
    const west = {
      namespaces: expired,
      configmaps: expired,
      applications: expired,
      awsgen3apphelm1s: expired,
      deployments: expired,
      statefulsets: expired,
    };
    await expect(read({ east: UNREACHABLE, west })).rejects.toThrow(
      /No cluster could be read\. Cluster "east" .*refused\. See that .*Cluster "west" .*answers 401.*Renew the credentials of "west"/,
    );
  });
});
