import {
  createFakeClusters,
  type FakeCluster,
  failedReading,
  readingOf,
} from '../__testUtils__/createFakeClusters';
import { askCluster } from './askCluster';
import { describeCluster } from './describeCluster';

const { signal } = new AbortController();
const AT = Date.parse('2026-11-27T12:00:00.000Z');

const ask = async (client = createFakeClusters(), startedAt = AT) => {
  const times = [startedAt];
  return describeCluster(
    await askCluster({
      clusters: client,
      place: { cluster: 'east-1', namespace: 'heart' },
      signal,
      now: () => times.shift() ?? startedAt + 42,
    }),
  );
};

const having = (cluster: FakeCluster) => ask(createFakeClusters(cluster));

const node = (kubeletVersion: string | undefined, ready: string) => ({
  metadata: { name: `node-${kubeletVersion}`, ownerReferences: [] },
  status: {
    conditions: [{ type: 'Ready', status: ready }],
    nodeInfo: { kubeletVersion },
  },
});

describe('describeCluster', () => {
  it('counts nodes that are ready, and names their versions', async () => {
    expect(
      await having({
        nodes: readingOf(
          node('v1.9.11', 'True'),
          node('v1.35.2-eks-1a2b3c', 'True'),
          node('odd', 'Unknown'),
        ),
      }),
    ).toEqual({
      reachability: 'reachable',
      version: '1.9-1.35',
      nodes: { ready: 2, total: 3 },
      latencyMs: 42,
      readAt: '2026-11-27T12:00:00.000Z',
      notReadable: [],
    });
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

  it('says one version once, and none when no node has one', async () => {
    const one = await having({
      nodes: readingOf(node('v1.35.1', 'True'), node('v1.35.2', 'True')),
    });
    const none = await having({ nodes: readingOf(node(undefined, 'True')) });
    expect([one.version, none.version]).toEqual(['1.35', undefined]);
  });

  it('claims no latency for what was read before', async () => {
    expect((await ask(createFakeClusters(), AT + 1)).latencyMs).toBeUndefined();
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
  ] as const)('%s of every list is %s', async (failure, reachability) => {
    const failed = failedReading(failure, 'what happened');
    const clusters = { list: async () => failed };
    const answers = await askCluster({
      clusters,
      place: { cluster: 'east-1', namespace: 'heart' },
      signal,
      now: () => AT,
    });
    expect(describeCluster(answers).reachability).toBe(reachability);
  });

  it('takes the reason from a list that failed by itself, not from those given up', () => {
    const answer = describeCluster({
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
