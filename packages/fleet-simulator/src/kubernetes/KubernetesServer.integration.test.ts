import { Agent, request } from 'undici';
import { createClusterCommons, NOW } from '../__testUtils__/askCluster';
import { createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';

let simulator: Simulator;
let isClockBroken = false;
let agent: Agent;
let client: Client;

beforeEach(async () => {
  simulator = await startSimulator({
    commons: [
      createClusterCommons(),
      createClusterCommons({ hostname: 'rare.example', cluster: 'rareprod' }),
      createCommons({ hostname: 'bone.example' }),
    ],
    clusters: { rareprod: { kubernetesVersion: '1.20' } },
    now: () => {
      if (isClockBroken) throw new Error('the clock stands still');
      return NOW;
    },
  });
  agent = new Agent({ connect: { ca: simulator.caPem } });
  client = openClient(simulator);
});

afterEach(async () => {
  isClockBroken = false;
  await client.close();
  await agent.destroy();
  await simulator.close();
});

async function ask(
  path: string,
  options: {
    cluster?: string;
    method?: 'GET' | 'POST';
    body?: string;
    signal?: AbortSignal;
    host?: string;
  } = {},
) {
  const { cluster = 'organprod', host = '127.0.0.1', ...rest } = options;
  const url = simulator.kubernetesUrl(cluster).replace('127.0.0.1', host);
  const response = await request(`${url}${path}`, {
    dispatcher: agent,
    headers: {
      authorization: 'Bearer simulator-reader',
      'user-agent': 'portal',
    },
    ...rest,
  });
  return { status: response.statusCode, body: await response.body.text() };
}

it('serves the clusters of the fleet, each in its version', async () => {
  expect(simulator.fleet.clusters()).toEqual(['organprod', 'rareprod']);
  expect((await ask('/version')).body).toContain('v1.35.0');
  expect((await ask('/version', { cluster: 'rareprod' })).body).toContain(
    'v1.20.15',
  );
  expect(await ask('/version', { cluster: 'none' })).toMatchObject({
    status: 404,
    body: expect.stringContaining(
      'there is no cluster \\"none\\"; there are organprod, rareprod',
    ),
  });
});

it('has a certificate for the address and for localhost', async () => {
  await expect(ask('/version')).resolves.toMatchObject({ status: 200 });
  await expect(ask('/version', { host: 'localhost' })).resolves.toMatchObject({
    status: 200,
  });
});

it('logs requests under the name of the cluster', async () => {
  await ask('/api/v1/pods?limit=1');

  expect(simulator.requests('cluster:organprod')).toEqual([
    {
      at: NOW.toISOString(),
      hostname: 'cluster:organprod',
      method: 'GET',
      path: '/api/v1/pods',
      userAgent: 'portal',
      status: 200,
    },
  ]);
});

it('resets connections to an unreachable cluster, and only to that', async () => {
  simulator.setFault('cluster:organprod', '*', { unreachable: true });

  await expect(ask('/version')).rejects.toThrow();
  await expect(ask('/version', { cluster: 'rareprod' })).resolves.toMatchObject(
    { status: 200 },
  );
  await expect(client.get('heart.example/_status')).resolves.toMatchObject({
    status: 200,
  });
  expect(simulator.requests('cluster:organprod')).toEqual([
    expect.objectContaining({ status: 0 }),
  ]);
});

it('takes requests of a hanging cluster and never answers', async () => {
  simulator.setFault('cluster:organprod', '*', { hang: true });
  const giveUp = new AbortController();
  const hung = ask('/version', { signal: giveUp.signal });
  const failed = hung.then(
    () => undefined,
    (error: unknown) => error,
  );
  while (simulator.requests('cluster:organprod').length === 0) {
    await new Promise(resolve => setImmediate(resolve));
  }
  giveUp.abort();

  expect(await failed).toBeTruthy();
});

it('answers later, but as usual, for a slow cluster', async () => {
  simulator.setFault('cluster:organprod', '*', { slowMs: 5 });

  expect(await ask('/version')).toMatchObject({
    status: 200,
    body: expect.stringContaining('v1.35.0'),
  });
});

it('keeps those waiting who ask a slow cluster, and nobody else', async () => {
  simulator.setFault('cluster:organprod', '*', { slowMs: 3_600_000 });
  const giveUp = new AbortController();
  const failed = ask('/version', { signal: giveUp.signal }).then(
    () => undefined,
    (error: unknown) => error,
  );

  await expect(ask('/version', { cluster: 'rareprod' })).resolves.toMatchObject(
    { status: 200 },
  );
  giveUp.abort();

  expect(await failed).toMatchObject({ name: 'AbortError' });
});

it('says so when it makes a mistake itself, and does not play dead', async () => {
  isClockBroken = true;
  const answer = await ask('/api/v1/nodes');
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.body)).toMatchObject({
    kind: 'Status',
    reason: 'InternalError',
    message: 'Internal error occurred: the clock stands still',
  });
});

it('refuses a body that it cannot read', async () => {
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

  await expect(ask(path, { method: 'POST', body: '{' })).resolves.toMatchObject(
    {
      status: 400,
      body: expect.stringContaining('the body cannot be read'),
    },
  );
  await expect(
    ask(path, { method: 'POST', body: '{}' }),
  ).resolves.toMatchObject({
    status: 400,
    body: expect.stringContaining('cannot be handled'),
  });
});

it('shows a broken service outside and inside at once', async () => {
  simulator.setFault('heart.example', 'fence', { crashLoop: true });

  const outside = await client.get('heart.example/user/_status');
  const inside = await ask('/api/v1/namespaces/heart/pods');

  expect(outside.status).toBe(500);
  expect(inside.body).toContain('CrashLoopBackOff');
});
