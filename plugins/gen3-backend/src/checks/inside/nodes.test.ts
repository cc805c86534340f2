import {
  createFakeClusters,
  failedReading,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { minutesAgo, NOW, pod } from './__testUtils__/kubernetesObjects';
import { createNodesCheck, judgeNodes } from './nodes';

const node = (name: string, conditions: Record<string, string>) => ({
  metadata: { name, ownerReferences: [] },
  status: {
    conditions: Object.entries(conditions).map(([type, status]) => ({
      type,
      status,
    })),
  },
});

const podOn = (nodeName: string, ageMinutes = 60) => ({
  ...pod({ metadata: { creationTimestamp: minutesAgo(ageMinutes) } }),
  spec: { nodeName, volumes: [] },
});

const READY = { Ready: 'True' };

describe('nodes', () => {
  it('is up while the nodes of this commons are well, whatever others are', () => {
    const nodes = [
      node('node-1', { Ready: 'True', DiskPressure: 'False' }),
      node('node-2', { Ready: 'Unknown' }),
    ];
    const pods = [podOn('node-1')];
    expect(judgeNodes({ nodes, pods, now: NOW }).outcome).toBe('up');
  });

  it.each([
    [{ Ready: 'False' }, 'not ready'],
    [{ Ready: 'Unknown' }, 'not ready'],
    [{}, 'not ready'],
    [{ Ready: 'True', MemoryPressure: 'True' }, 'MemoryPressure'],
  ])('warns of its own node with %p', (conditions, trouble) => {
    const nodes = [node('node-1', conditions), node('node-2', READY)];
    const pods = [podOn('node-1')];
    expect(judgeNodes({ nodes, pods, now: NOW })).toEqual({
      outcome: 'degraded',
      cause: 'node-not-ready',
      reason: `of this commons are not well: node-1 (${trouble})`,
    });
  });

  it('warns of a node that is gone and whose pods are still listed, but not of one that has just come', () => {
    const nodes = [node('node-2', READY)];
    expect(
      judgeNodes({ nodes, pods: [podOn('node-1')], now: NOW }),
    ).toMatchObject({
      outcome: 'degraded',
      reason: 'of this commons are not well: node-1 (gone)',
    });
    expect(
      judgeNodes({ nodes, pods: [podOn('node-1', 2)], now: NOW }).outcome,
    ).toBe('up');
  });

  it('warns when no node of the cluster is ready, also when no pod has one', () => {
    const nodes = [node('node-1', { Ready: 'False' })];
    expect(judgeNodes({ nodes, pods: [pod()], now: NOW }).reason).toBe(
      'have failed: none of the cluster is ready',
    );
  });

  it('does not know without a single node', () => {
    expect(judgeNodes({ nodes: [], pods: [], now: NOW }).outcome).toBe(
      'unknown',
    );
  });

  it.each([
    // What was read was thrown away with what was not.
    ['False', 'degraded', 'have failed: none of the cluster is ready'],
    [
      'True',
      'unknown',
      'cannot be seen inside: cluster east, asked for pods, answers 403',
    ],
  ])(
    'says what it knows of the only node, whose Ready is %s, where pods cannot be read',
    async (status, outcome, reason) => {
      const check = createNodesCheck({
        client: createFakeClusters({
          nodes: readingOf(node('node-1', { Ready: status })),
          pods: failedReading('forbidden', 'answers 403'),
        }),
        place: { cluster: 'east', namespace: 'heart' },
        now: () => NOW,
      });
      const { signal } = new AbortController();
      expect(await check.run({ signal })).toMatchObject({ outcome, reason });
    },
  );
});
