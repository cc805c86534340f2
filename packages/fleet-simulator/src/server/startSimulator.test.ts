import { once } from 'node:events';
import { connect } from 'node:net';
import { createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { generateFleet } from '../fleet/generateFleet';
import { RequestLog } from './RequestLog';
import { Simulator, SimulatorOptions, startSimulator } from './startSimulator';

const closing: Array<Simulator | Client> = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map(one => one.close()));
});

async function open(options: SimulatorOptions) {
  const simulator = await startSimulator(options);
  const client = openClient(simulator);
  closing.push(client, simulator);
  return { simulator, client };
}

it('logs who asked for what and what came back', async () => {
  const { simulator, client } = await open({
    commons: [createCommons()],
    now: () => new Date('2026-11-22T10:00:00Z'),
  });

  await client.get('heart.example/user/_status?a=b', {
    headers: { 'user-agent': 'probe/1.0' },
  });

  expect(simulator.requests('heart.example')).toEqual([
    {
      at: '2026-11-22T10:00:00.000Z',
      hostname: 'heart.example',
      method: 'GET',
      path: '/user/_status',
      userAgent: 'probe/1.0',
      status: 200,
    },
  ]);
  simulator.clearRequests();
  expect(simulator.requests()).toEqual([]);
});

it('forgets the oldest requests when the log is full', () => {
  const log = RequestLog.create({ capacity: 3 });
  for (const path of ['/1', '/2', '/3', '/4']) {
    log.record({
      at: '',
      hostname: 'heart.example',
      method: 'GET',
      path,
      userAgent: '',
      status: 200,
    });
  }

  expect(log.list().map(({ path }) => path)).toEqual(['/2', '/3', '/4']);
});

const PATHS = ['/_status', '/index/_stats', '/user/jwt/keys', '/api/_version'];

async function bodies(seed: string): Promise<string[]> {
  const { client } = await open({
    commons: generateFleet({ commons: 2, seed }),
    seed,
  });
  const answers = await Promise.all(
    PATHS.map(path => client.get(`commons-0002.example${path}`)),
  );
  return answers.map(({ body }) => body);
}

it('answers the same in two runs with one seed, and differently with another', async () => {
  const [first, again, other] = await Promise.all(['a', 'a', 'b'].map(bodies));

  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

it('takes commons up and down while it runs', async () => {
  const { simulator, client } = await open({ commons: [createCommons()] });
  simulator.setFleet([createCommons({ hostname: 'new.example' })]);

  const added = await client.get('new.example/user/_status');
  const gone = client.get('heart.example/user/_status');

  expect(added.body).toBe('Healthy');
  await expect(gone).rejects.toThrow(/altnames|certificate/i);
});

it('leaves nothing running when the control port is taken', async () => {
  const { simulator } = await open({});
  const controlPort = Number(new URL(simulator.controlUrl).port);
  const free = await startSimulator();
  const { httpsPort } = free;
  await free.close();

  const failing = startSimulator({ port: httpsPort, controlPort });

  await expect(failing).rejects.toThrow(
    `Port ${controlPort} for the control API is taken`,
  );
  const { simulator: next } = await open({ port: httpsPort });
  expect(next.httpsPort).toBe(httpsPort);
});

it('closes although a client never gets to its handshake', async () => {
  const simulator = await startSimulator();
  const silent = connect(simulator.httpsPort, '127.0.0.1');
  await once(silent, 'connect');
  const ended = once(silent, 'close');

  await simulator.close();

  await expect(ended).resolves.toBeDefined();
});
