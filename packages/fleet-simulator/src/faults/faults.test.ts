import { createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';

let simulator: Simulator;
let client: Client;

beforeEach(async () => {
  simulator = await startSimulator({
    commons: [createCommons(), createCommons({ hostname: 'kidney.example' })],
  });
  client = openClient(simulator);
});

afterEach(async () => {
  await client.close();
  await simulator.close();
});

/** Resolves once the simulator has seen a request to `path`. */
async function untilAsked(path: string): Promise<void> {
  while (!simulator.requests().some(asked => asked.path === path)) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** What a request failed with. Taken at once, so that no rejection is ever unhandled. */
async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => undefined,
    error => error,
  );
}

async function othersAreWell(): Promise<void> {
  const neighbour = await client.get('kidney.example/user/_status');
  expect(neighbour.body).toBe('Healthy');
}

it('makes one service fail and leaves its commons and its neighbours alone', async () => {
  simulator.setFault('heart.example', 'fence', { status: 500 });

  const fence = await client.get('heart.example/user/_status');
  const indexd = await client.get('heart.example/index/_status');

  expect(fence.status).toBe(500);
  expect(indexd.body).toBe('Healthy');
  await othersAreWell();
});

const DOWNLOADS = [
  'heart.example/user/data/download/x',
  'heart.example/ga4gh/drs/v1/objects/x/access/s3',
];

// Downloads are signed by a second Deployment with a Service of its own; they fell with fence, and could not fall alone.
it.each([
  ['fence', [500, 401, 401]],
  ['presigned-url-fence', [200, 500, 500]],
])(
  'a fault of %s leaves the other Deployment of fence alone',
  async (service, expected) => {
    simulator.setFault('heart.example', service, { status: 500 });

    const login = await client.get('heart.example/user/_status');
    const downloads = await Promise.all(DOWNLOADS.map(url => client.get(url)));

    expect([login, ...downloads].map(({ status }) => status)).toEqual(expected);
  },
);

it('makes a whole commons fail as its load balancer would', async () => {
  simulator.setFault('heart.example', '*', { status: 503 });

  const answer = await client.get('heart.example/index/_status');

  expect(answer.status).toBe(503);
  expect(answer.headers.server).toBe('awselb/2.0');
  expect(answer.body).toContain('503 Service Temporarily Unavailable');
  await othersAreWell();
});

it('lets nobody in to an isolated commons', async () => {
  simulator.setFault('heart.example', '*', { isolated: true });

  const answer = await client.get('heart.example/index/_status');

  expect(answer.status).toBe(504);
  await othersAreWell();
});

it('takes requests of a hanging service and never answers', async () => {
  simulator.setFault('heart.example', 'fence', { hang: true });
  const giveUp = new AbortController();
  const hung = client.get('heart.example/user/_status', {
    signal: giveUp.signal,
  });
  await Promise.race([hung, untilAsked('/user/_status')]);
  await othersAreWell();
  giveUp.abort();

  await expect(hung).rejects.toThrow(/abort/i);
  expect(simulator.requests('heart.example')).toEqual([
    expect.objectContaining({ path: '/user/_status', status: 0 }),
  ]);
});

it('closes although requests hang', async () => {
  simulator.setFault('heart.example', '*', { hang: true });
  const hung = failureOf(client.get('heart.example/'));
  await untilAsked('/');

  await simulator.close();

  expect(await hung).toBeTruthy();
  simulator = await startSimulator();
});

it('hangs at a gate whose arborist hangs', async () => {
  simulator.setFault('heart.example', 'arborist', { hang: true });
  const giveUp = new AbortController();
  const hung = failureOf(
    client.get('heart.example/lw-workspace/_status', {
      signal: giveUp.signal,
    }),
  );
  await untilAsked('/lw-workspace/_status');
  giveUp.abort();

  expect(await hung).toMatchObject({ name: 'AbortError' });
});

it('answers later, but as usual, when it is slow', async () => {
  simulator.setFault('heart.example', 'fence', { slowMs: 5 });
  simulator.setFault('heart.example', '*', { slowMs: 5 });

  const answer = await client.get('heart.example/user/_status');

  expect(answer.body).toBe('Healthy');
});

it('forgets a slow answer that nobody waits for', async () => {
  simulator.setFault('heart.example', 'fence', { slowMs: 3_600_000 });
  const giveUp = new AbortController();
  const slow = failureOf(
    client.get('heart.example/user/_status', { signal: giveUp.signal }),
  );
  // A second answer over another connection shows that the first request has arrived.
  await client.get('heart.example/index/_status');
  giveUp.abort();

  expect(await slow).toMatchObject({ name: 'AbortError' });
  await untilAsked('/user/_status');
  expect(simulator.requests()).toContainEqual(
    expect.objectContaining({ path: '/user/_status', status: 0 }),
  );
});

it('resets the connection', async () => {
  simulator.setFault('heart.example', 'fence', { reset: true });

  await expect(client.get('heart.example/user/_status')).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  await othersAreWell();
});

it('shows the front end instead of a service', async () => {
  simulator.setFault('heart.example', 'fence', { html: true });

  const answer = await client.get('heart.example/user/_status');

  expect(answer.status).toBe(200);
  expect(answer.body).toMatch(/^<!DOCTYPE html>/);
});

it('redirects instead of answering', async () => {
  simulator.setFault('heart.example', 'fence', { status: 302 });

  const answer = await client.get('heart.example/user/_status');

  expect([answer.status, answer.headers.location]).toEqual([
    302,
    'https://heart.example/no-workspace-access',
  ]);
});

it.each(['fence', '*'])(
  'names another issuer by a fault of %s',
  async service => {
    simulator.setFault('heart.example', service, { wrongIssuer: true });

    const { body } = await client.get(
      'heart.example/user/.well-known/openid-configuration',
    );

    expect(JSON.parse(body).issuer).toBe('https://old-heart.example/user');
  },
);

it('goes into maintenance', async () => {
  simulator.setFault('heart.example', '*', { maintenance: true });

  const answer = await client.get('heart.example/');

  expect(answer.status).toBe(302);
});

it('closes connections before the handshake', async () => {
  simulator.setFault('heart.example', '*', { close: true });

  await expect(client.get('heart.example/')).rejects.toThrow();
  await othersAreWell();
});

it('cuts connections that were open before it closed', async () => {
  await client.get('heart.example/_status');
  simulator.setFault('heart.example', '*', { close: true });

  await expect(client.get('heart.example/_status')).rejects.toThrow();
});

it('holds several faults at once and ends them one by one', async () => {
  simulator.setFault('heart.example', 'fence', { status: 404 });
  simulator.setFault('heart.example', 'fence', { slowMs: 1 });
  simulator.setFault('heart.example', 'wts', { status: 404 });

  simulator.clearFaults('heart.example', 'wts');
  const fence = await client.get('heart.example/user/_status');
  const wts = await client.get('heart.example/wts/_status');
  simulator.clearFaults('heart.example');
  const mended = await client.get('heart.example/user/_status');

  expect([fence.status, wts.status, mended.status]).toEqual([404, 200, 200]);
});

it('holds from the start when it is told so', async () => {
  const faulty = await startSimulator({
    commons: [createCommons()],
    faults: [
      { hostname: 'heart.example', service: 'fence', fault: { status: 404 } },
    ],
  });
  const other = openClient(faulty);

  const answer = await other.get('heart.example/user/_status');

  expect(answer.status).toBe(404);
  await other.close();
  await faulty.close();
});
