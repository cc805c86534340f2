import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfigReader } from '@backstage/config';
import { readSourceConfigs } from '../config/readSourceConfigs';
import {
  createFakeClusters,
  FakeCluster,
  FORBIDDEN,
  halfListOf,
  listOf,
  UNREACHABLE,
} from '../sources/kubernetes/__testUtils__/createFakeClusters';
import {
  deploymentOf,
  manifestOf,
} from '../sources/kubernetes/__testUtils__/kubernetesObjects';
import { createKubernetesReader } from '../sources/kubernetes/createKubernetesReader';
import { StoredMember } from '../store/SourceStore';
import { applyReading } from './applyReading';
import { guardDrops } from './guardDrops';

const registry = createServiceRegistry();
const now = new Date('2026-11-28T08:00:00.000Z');

const clusterOf = (...namespaces: string[]): FakeCluster => ({
  configmaps: listOf(
    ...namespaces.map(each =>
      manifestOf(each, { hostname: `${each}.example.org` }),
    ),
  ),
  deployments: listOf(
    ...namespaces.map(each => deploymentOf(each, 'fence-deployment', 'f:1')),
  ),
});

/** A source of the clusters east (heart, lung) and west (skin), and what becomes of its members when it is read again. */
async function startSource() {
  const clusters: Record<string, FakeCluster> = {
    east: clusterOf('heart', 'lung'),
    west: clusterOf('skin'),
  };
  const [config] = readSourceConfigs(
    new ConfigReader({
      kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] },
      catalog: {
        providers: {
          gen3: { type: 'kubernetes', clusters: Object.keys(clusters) },
        },
      },
    }),
    { registry },
  );
  if (config?.type !== 'kubernetes') throw new Error('not of kubernetes');
  const client = createFakeClusters(clusters);
  const reader = createKubernetesReader({ config, client, registry });
  const read = async (previous: StoredMember[]) => {
    const reading = await reader.read({ signal: new AbortController().signal });
    if (reading === 'unchanged') throw new Error('never unchanged');
    return applyReading({ previous, readings: reading.members, now });
  };
  return { clusters, read, first: await read([]) };
}

const served = (members: readonly StoredMember[]) =>
  members.flatMap(({ member, commons, quarantine }) =>
    commons
      ? [`${member} ${commons.hostname}${quarantine ? ' (quarantined)' : ''}`]
      : [],
  );

describe('what a source remembers of clusters', () => {
  it('is all of a cluster that cannot be reached, with the reason', async () => {
    const { clusters, read, first } = await startSource();
    clusters.east = UNREACHABLE;
    const next = await read(first);
    expect(served(next)).toEqual([
      'east#heart heart.example.org (quarantined)',
      'east#lung lung.example.org (quarantined)',
      'west#skin skin.example.org',
    ]);
    expect(next[0].quarantine).toMatchObject({
      since: now.toISOString(),
      finding: {
        message: expect.stringContaining('Cluster "east" could not be read'),
      },
    });
    clusters.east = clusterOf('heart', 'lung');
    expect(await read(next)).toEqual(first);
  });

  it.each([
    'configmaps',
    'deployments',
    'statefulsets',
    'applications',
  ] as const)(
    'is the complete reading of before while %s are forbidden',
    async kind => {
      const { clusters, read, first } = await startSource();
      clusters.east = { ...clusters.east, [kind]: FORBIDDEN };
      const next = await read(first);
      expect(served(next)).toEqual([
        'east#heart heart.example.org (quarantined)',
        'east#lung lung.example.org (quarantined)',
        'west#skin skin.example.org',
      ]);
      const facts = (members: StoredMember[]) =>
        members.flatMap(({ commons }) => commons ?? []);
      expect(facts(next)).toEqual(facts(first));
    },
  );

  it('is also what a half-read list no longer has', async () => {
    const { clusters, read, first } = await startSource();
    const half = clusterOf('lung');
    clusters.east = {
      ...half,
      configmaps: halfListOf(
        manifestOf('lung', { hostname: 'lung.example.org' }),
      ),
    };
    expect(served(await read(first))).toEqual([
      'east#heart heart.example.org (quarantined)',
      'east#lung lung.example.org',
      'west#skin skin.example.org',
    ]);
  });

  it('is nothing of a namespace that is gone, unless too many are', async () => {
    const { clusters, read, first } = await startSource();
    clusters.east = clusterOf('lung');
    const next = await read(first);
    expect(served(next)).toEqual([
      'east#lung lung.example.org',
      'west#skin skin.example.org',
    ]);
    const guard = (maxDropPercent: number) =>
      guardDrops({
        previous: first,
        next,
        maxDropPercent,
        held: [],
        confirmed: [],
      });
    expect(guard(50).kind).toBe('apply');
    expect(guard(20)).toMatchObject({
      kind: 'hold',
      wouldDrop: ['heart.example.org'],
    });
  });
});
