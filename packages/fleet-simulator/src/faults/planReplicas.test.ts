import { createCommons } from '../__testUtils__/createCommons';
import { decide } from '../__testUtils__/decide';
import { openClient } from '../__testUtils__/openClient';
import { startSimulator } from '../server/startSimulator';
import { planReplicas } from './planReplicas';

it.each([
  [{}, { desired: 1, ready: 1 }],
  [{ status: 500 }, { desired: 1, ready: 1 }],
  [{ scaledToZero: true as const }, { desired: 0, ready: 0 }],
  [
    { crashLoop: true as const },
    { desired: 1, ready: 0, trouble: 'crashLoop' },
  ],
  [
    { crashLoop: true as const, replicas: 2 },
    { desired: 2, ready: 1, trouble: 'crashLoop' },
  ],
  [
    { imagePull: true as const, replicas: 3, replicasReady: 0 },
    { desired: 3, ready: 0, trouble: 'imagePull' },
  ],
  [{ replicasReady: 1 }, { desired: 2, ready: 1, trouble: 'unready' }],
  [{ replicasReady: 0 }, { desired: 1, ready: 0, trouble: 'unready' }],
  [{ replicas: 3 }, { desired: 3, ready: 3 }],
])('%j makes the pods %j', (fault, plan) => {
  expect(planReplicas(fault)).toEqual(plan);
});

const commons = createCommons();

function statusOf(path: string, faults: Parameters<typeof decide>[2]) {
  const disposition = decide(commons, path, faults);
  return disposition.kind === 'reply'
    ? disposition.reply.status
    : disposition.kind;
}

it.each([
  'crashLoop',
  'imagePull',
  'pending',
  'outOfMemory',
  'scaledToZero',
] as const)('a service whose only pod has %s is missing outside', fault => {
  const faults = { fence: { [fault]: true } };

  expect(statusOf('/user/_status', faults)).toBe(500);
  expect(statusOf('/index/_status', faults)).toBe(200);
});

it('the load balancer answers for a revproxy that has no pod', async () => {
  const simulator = await startSimulator({ commons: [commons] });
  const client = openClient(simulator);
  simulator.setFault(commons.hostname, 'revproxy', { scaledToZero: true });
  const answer = await client.get(`${commons.hostname}/_status`);
  await client.close();
  await simulator.close();

  expect(answer.status).toBe(503);
  expect(answer.headers.server).toBe('awselb/2.0');
});

it('a service with one of two pods answers', () => {
  const faults = { fence: { crashLoop: true as const, replicas: 2 } };

  expect(statusOf('/user/_status', faults)).toBe(200);
});

it('a gate whose arborist has no pod lets nobody in, at once', () => {
  const faults = { arborist: { pending: true as const, slowMs: 1000 } };
  const disposition = decide(commons, '/lw-workspace/_status', faults);

  expect(disposition).toMatchObject({
    kind: 'reply',
    delayMs: 0,
    reply: { status: 302 },
  });
});
