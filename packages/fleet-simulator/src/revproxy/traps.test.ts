import { createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';

const FAILURE = '{ "error": "service failure - try again later"}';

let simulator: Simulator;
let client: Client;

beforeAll(async () => {
  simulator = await startSimulator({
    commons: [
      createCommons({ hostname: 'helm.example' }),
      createCommons({
        hostname: 'legacy.example',
        flavour: 'cloud-automation',
      }),
      createCommons({ hostname: 'away.example', maintenance: true }),
      createCommons({
        hostname: 'modern.example',
        frontendRoot: 'gen3ff',
        maintenance: true,
        services: ['portal', 'frontend-framework', 'revproxy'],
      }),
      createCommons({
        hostname: 'open.example',
        services: ['gen3-workflow', 'sower', 'arborist', 'portal'],
      }),
    ],
  });
  client = openClient(simulator);
});

afterEach(() => simulator.clearFaults());

afterAll(async () => {
  await client.close();
  await simulator.close();
});

describe('a service that is not there', () => {
  it('is a 500 of revproxy on Helm commons', async () => {
    const answer = await client.get('helm.example/guppy/_status');

    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.body).toBe(FAILURE);
  });

  it('is the front end, with 200, on cloud-automation commons', async () => {
    const answer = await client.get('legacy.example/guppy/_status');

    expect(answer.status).toBe(200);
    expect(answer.body).toMatch(/^<!DOCTYPE html>/);
  });
});

it.each([500, 502, 503, 504])(
  'every upstream %i becomes a 500 that says nothing',
  async status => {
    simulator.setFault('helm.example', 'fence', { status });

    const answer = await client.get('helm.example/user/_status');

    expect([answer.status, answer.body]).toEqual([500, FAILURE]);
  },
);

it('an upstream 404 stays what it is', async () => {
  simulator.setFault('helm.example', 'fence', { status: 404 });

  const answer = await client.get('helm.example/user/_status');

  expect(answer.status).toBe(404);
});

it.each([
  ['helm.example', 200, /Helm version/],
  ['legacy.example', 200, /^<!DOCTYPE html>/],
])('the canary page tells that %s', async (hostname, status, body) => {
  const answer = await client.get(`${hostname}/canary`);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(body);
});

it.each([
  ['/job/_status', {}, 302],
  ['/job/_status', { authorization: 'bearer x' }, 403],
  ['/lw-workspace/_status', {}, 401],
  ['/lw-workspace/_status', { authorization: 'bearer x' }, 302],
  ['/argo/', { authorization: 'bearer x' }, 302],
  ['/cedar/', { authorization: 'bearer x' }, 403],
  ['/ws-storage/', { authorization: 'bearer x' }, 302],
])('gated %s with headers %j answers %i', async (path, headers, status) => {
  const answer = await client.get(`helm.example${path}`, { headers });

  expect(answer.status).toBe(status);
  expect(answer.headers.location).toBe(
    status === 302 ? 'https://helm.example/no-workspace-access' : undefined,
  );
});

it('shows the front end, with 200, where gated paths redirect to', async () => {
  const answer = await client.get('helm.example/no-workspace-access');

  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'text/html',
  ]);
});

it('answers 403 when arborist cannot be asked at a gate', async () => {
  simulator.setFault('open.example', 'arborist', { status: 500 });

  const answer = await client.get('open.example/job/_status');

  expect(answer.status).toBe(403);
});

it('needs fence for the status of gen3-workflow', async () => {
  const answer = await client.get('open.example/workflows/_status');

  expect([answer.status, answer.body]).toEqual([
    403,
    'unable to check if token is denylisted',
  ]);
});

it('answers OPTIONS with 204, except for DRS objects', async () => {
  const method = 'OPTIONS';
  const status = await client.get('helm.example/guppy/_status', { method });
  const object = await client.get('helm.example/ga4gh/drs/v1/objects/x', {
    method,
  });

  expect([status.status, object.status]).toEqual([204, 404]);
});

it.each(['GET', 'OPTIONS'] as const)(
  'sends a %s that came over http to https, with path and query as they were',
  async method => {
    const answer = await client.get('helm.example/user/login?a=%20b&c', {
      method,
      headers: { 'x-forwarded-proto': 'http' },
    });

    expect([answer.status, answer.headers.location]).toEqual([
      301,
      'https://helm.example/user/login?a=%20b&c',
    ]);
    expect(answer.body).toMatch(/301 Moved Permanently/);
  },
);

it('answers a request that came over https as usual', async () => {
  const answer = await client.get('helm.example/user/_status', {
    headers: { 'x-forwarded-proto': 'https' },
  });

  expect(answer.status).toBe(200);
});

it('sets the cookies of nginx on replies below 400, and only there', async () => {
  const healthy = await client.get('helm.example/user/_status');
  const failed = await client.get('helm.example/guppy/_status');

  expect(healthy.headers['set-cookie']).toEqual([
    expect.stringMatching(/^csrftoken=\w+;Path=\/;Secure/),
    expect.stringMatching(/^session=\w+;Path=\/;Max-Age=1200;HttpOnly/),
    expect.stringMatching(/^visitor=\w+;Path=\/;Max-Age=36000000;HttpOnly/),
  ]);
  expect(failed.headers['set-cookie']).toBeUndefined();
});

it('keeps the CSRF token of a client that sends its cookie', async () => {
  const answer = await client.get('helm.example/_status', {
    headers: { cookie: 'csrftoken=mine' },
  });

  expect(JSON.parse(answer.body).csrf).toBe('mine');
});

it('refuses a POST that authenticates by cookie without the CSRF header', async () => {
  const options = { method: 'POST' as const };
  const cookie = 'access_token=a; csrftoken=c';
  const forged = await client.get('helm.example/api/v0/submission/graphql', {
    ...options,
    headers: { cookie },
  });
  const honest = await client.get('helm.example/api/v0/submission/graphql', {
    ...options,
    headers: { cookie, 'x-csrf-token': 'c' },
  });

  expect([forged.status, forged.body]).toEqual([403, 'failed csrf check']);
  expect(honest.status).toBe(401);
});

// The check stood in front of all locations; in nginx each makes it for itself.
it.each([
  ['/user/register', 401, /Please login/],
  ['/job/dispatch', 403, /403 Forbidden/],
  ['/user/user', 403, /^failed csrf check$/],
  ['/', 403, /^failed csrf check$/],
])(
  'answers %s with %i to a POST by cookie without the CSRF header',
  async (path, status, body) => {
    const answer = await client.get(`helm.example${path}`, {
      method: 'POST',
      headers: { cookie: 'access_token=a; csrftoken=c' },
    });

    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(body);
  },
);

it('lets only GET through to the audit service', async () => {
  const answer = await client.get('helm.example/audit/_status', {
    method: 'POST',
  });

  expect(answer.status).toBe(403);
});

describe('maintenance mode', () => {
  it('redirects the front end, not the services', async () => {
    const root = await client.get('away.example/');
    const fence = await client.get('away.example/user/_status');

    expect(root.status).toBe(302);
    expect(root.headers.location).toMatch(
      /\/dashboard\/Public\/maintenance-page\/index\.html$/,
    );
    expect(fence.body).toBe('Healthy');
  });

  it('lets developers in by cookie', async () => {
    const answer = await client.get('away.example/', {
      headers: { cookie: 'devmode=on' },
    });

    expect(answer.status).toBe(200);
  });

  it('only touches the old front end where the new one is at the root', async () => {
    const root = await client.get('modern.example/');
    const portal = await client.get('modern.example/portal/');

    expect([root.status, portal.status]).toEqual([200, 302]);
  });
});
