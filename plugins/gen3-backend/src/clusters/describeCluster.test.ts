import type { VersionReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  type FakeCluster,
  failedReading,
  readingOf,
  versionReading,
} from '../__testUtils__/createFakeClusters';
import { askCluster } from './askCluster';
import { describeCluster } from './describeCluster';

const { signal } = new AbortController();
const having = async (cluster: FakeCluster, version?: VersionReading) =>
  describeCluster(
    await askCluster({
      clusters: createFakeClusters(cluster, version),
      place: { cluster: 'east-1', namespace: 'heart' },
      signal,
    }),
  );

const NO_VERSION = failedReading('forbidden', 'answers 403: forbidden');

const node = (kubeletVersion: string | undefined, ready: string) => ({
  metadata: { name: `node-${kubeletVersion}`, ownerReferences: [] },
  status: {
    conditions: [{ type: 'Ready', status: ready }],
    nodeInfo: { kubeletVersion },
  },
});

describe('describeCluster', () => {
  it('names the version of the API server and how long it took to say it, and counts nodes that are ready', async () => {
    expect(
      await having(
        {
          nodes: readingOf(
            node('v1.34.1', 'True'),
            node('v1.35.2-eks-1a2b3c', 'True'),
            node('odd', 'Unknown'),
          ),
        },
        versionReading('1.35.2'),
      ),
    ).toEqual({
      reachability: 'reachable',
      version: '1.35.2',
      versionOf: 'api-server',
      nodes: { ready: 2, total: 3 },
      latencyMs: 42,
      readAt: '2026-11-27T12:00:00.000Z',
      notReadable: [],
    });
  });

  it('names the versions of kubelets, as such and without latency, when that of the API server may not be read', async () => {
    const nodes = readingOf(
      node('v1.9.11', 'True'),
      node('v1.35.2-eks-1a2b3c', 'True'),
      node('odd', 'Unknown'),
    );
    const answer = await having({ nodes }, NO_VERSION);
    expect(answer).toMatchObject({
      reachability: 'reachable',
      version: '1.9-1.35',
      versionOf: 'kubelets',
      notReadable: [
        { kind: 'version', state: 'failed', reason: 'answers 403: forbidden' },
      ],
    });
    expect(answer.latencyMs).toBeUndefined();
  });

  it('does not take a version that is not served for an add-on', async () => {
    const missing = failedReading('not-served', 'answers 404');
    const answer = await having({}, missing);
    expect(answer.notReadable).toEqual([
      { kind: 'version', state: 'failed', reason: 'answers 404' },
    ]);
  });

  it('looks at nothing in namespaces when no commons names one', async () => {
    const clusters = createFakeClusters();
    const place = { cluster: 'east-1' };
    const answers = await askCluster({ clusters, place, signal });
    expect(clusters.asked).toEqual([
      'east-1/version',
      'east-1/*/nodes',
      'east-1/*/applications',
    ]);
    expect(describeCluster(answers).reachability).toBe('reachable');
  });

  it('does not call a cluster reachable that answered before and is silent now', async () => {
    const later = '2026-11-27T12:00:20.000Z';
    const answer = await having({
      nodes: { ...failedReading('timeout', 'is silent'), readAt: later },
      pods: readingOf(),
    });
    expect(answer).toMatchObject({
      reachability: 'unreachable',
      reason: 'is silent',
      readAt: later,
    });
  });

  it('calls a cluster reachable that was silent before and answers now', async () => {
    const earlier = '2026-11-27T11:59:40.000Z';
    const answer = await having({
      nodes: { ...failedReading('timeout', 'is silent'), readAt: earlier },
    });
    expect(answer.reachability).toBe('reachable');
  });

  it('says one version of kubelets once, and none when no node has one', async () => {
    const of = (...nodes: ReturnType<typeof node>[]) =>
      having({ nodes: readingOf(...nodes) }, NO_VERSION);
    const one = await of(node('v1.35.1', 'True'), node('v1.35.2', 'True'));
    const none = await of(node(undefined, 'True'));
    expect([one.version, none.version]).toEqual(['1.35', undefined]);
    expect(none.versionOf).toBeUndefined();
  });

  it('names what it may not read, and tells add-ons that are not there from it', async () => {
    const answer = await having({
      nodes: failedReading('forbidden', 'answers 403: nodes is forbidden'),
      certificates: failedReading('not-served', 'the cluster has none'),
    });
    expect(answer).toMatchObject({ reachability: 'reachable' });
    expect(answer.nodes).toBeUndefined();
    expect(answer.notReadable).toEqual([
      {
        kind: 'nodes',
        state: 'failed',
        reason: 'answers 403: nodes is forbidden',
      },
      {
        kind: 'certificates',
        state: 'not-served',
        reason: 'the cluster has none',
      },
    ]);
  });

  it.each([
    ['timeout', 'unreachable'],
    ['unreachable', 'unreachable'],
    ['tls', 'unreachable'],
    ['unauthorized', 'unreachable'],
    ['rejected', 'unreachable'],
    ['malformed', 'unreachable'],
    ['no-kubernetes-plugin', 'unknown'],
    ['unknown-cluster', 'unknown'],
    ['cancelled', 'unknown'],
    ['forbidden', 'reachable'],
    ['not-served', 'reachable'],
  ] as const)('%s of every request is %s', async (failure, reachability) => {
    const failed = failedReading(failure, 'what happened');
    const answers = await askCluster({
      clusters: { list: async () => failed, readVersion: async () => failed },
      place: { cluster: 'east-1', namespace: 'heart' },
      signal,
    });
    expect(describeCluster(answers).reachability).toBe(reachability);
  });

  it('takes the reason from a list that failed by itself, not from those given up', () => {
    const answer = describeCluster({
      version: failedReading('cancelled', 'nobody waited'),
      nodes: failedReading('cancelled', 'nobody waited'),
      readings: [
        { kind: 'nodes', reading: failedReading('cancelled', 'nobody waited') },
        {
          kind: 'pods',
          reading: failedReading('timeout', 'hangs\u0000 still'),
        },
      ],
    });
    expect(answer).toMatchObject({
      reachability: 'unreachable',
      reason: 'hangs still',
      notReadable: [],
    });
  });
});
