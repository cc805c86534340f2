import { request } from 'node:http';
import { createCommons } from '../__testUtils__/createCommons';
import { Simulator, startSimulator } from '../server/startSimulator';
import { ControlClient } from './ControlClient';
import { nearest } from './nearest';

let simulator: Simulator;
let control: ControlClient;
let reloads = 0;

beforeEach(async () => {
  reloads = 0;
  simulator = await startSimulator({
    commons: [
      createCommons({
        hostname: 'heart.example.org',
        cluster: 'organprod',
        namespace: 'heart',
      }),
      createCommons({ hostname: 'kidney.example.org' }),
    ],
    reload: async () => {
      reloads += 1;
    },
  });
  control = ControlClient.create({ url: simulator.controlUrl });
});

afterEach(() => simulator.close());

it('lists the commons', async () => {
  const { httpsPort, kubernetesPort, commons } = await control.listCommons();

  expect(httpsPort).toBe(simulator.httpsPort);
  expect(kubernetesPort).toBe(simulator.kubernetesPort);
  expect(commons[0]).toMatchObject({
    cluster: 'organprod',
    namespace: 'heart',
  });
  expect(commons.map(({ hostname }) => hostname)).toEqual([
    'heart.example.org',
    'kidney.example.org',
  ]);
});

it('sets, lists and clears faults', async () => {
  await control.setFault({
    hostname: 'heart.example.org',
    service: 'fence',
    fault: { status: 500 },
  });
  await control.setFault({
    hostname: 'heart.example.org',
    service: '*',
    fault: { certificateDays: 5 },
  });
  const { faults } = await control.listFaults();
  const left = await control.clearFaults({
    hostname: 'heart.example.org',
    service: 'fence',
  });
  const none = await control.clearFaults({});

  expect(faults.map(({ service }) => service)).toEqual(['*', 'fence']);
  expect(left.faults).toHaveLength(1);
  expect(none.faults).toEqual([]);
});

it.each([
  [
    'hert.example.org',
    'fence',
    { status: 500 },
    'No commons has the hostname "hert.example.org"; did you mean heart.example.org?',
  ],
  [
    'heart.example.org',
    'fense',
    { status: 500 },
    'Commons "heart.example.org" has no service "fense"; did you mean fence?',
  ],
  [
    'heart.example.org',
    'zzzzzzzz',
    { status: 500 },
    /has no service "zzzzzzzz"; it has .*fence/,
  ],
  [
    'heart.example.org',
    'fence',
    { certificateDays: 5 },
    /"certificateDays" is one of the whole commons: leave out the service "fence"/,
  ],
  [
    'heart.example.org',
    'revproxy',
    { quotaUsedUp: true as const },
    'A fault of kind "quotaUsedUp" is one of the whole commons: leave out the service "revproxy"',
  ],
  [
    'heart.example.org',
    'indexd',
    { wrongIssuer: true as const },
    'Only fence has an issuer, not "indexd"',
  ],
  [
    'heart.example.org',
    '*',
    { crashLoop: true as const },
    'A fault of kind "crashLoop" is one of a service: name it',
  ],
  [
    'heart.example.org',
    'fence',
    { lateJob: 2 },
    /"lateJob" is one of a job: name one of .*usersync/,
  ],
  [
    'heart.example.org',
    'usersync',
    { status: 500 },
    'The job "usersync" can have the faults failedJob, lateJob, hangingJob, not "status"',
  ],
  [
    'heart.example.org',
    'usersink',
    { failedJob: true as const },
    'has no service "usersink"; did you mean usersync?',
  ],
  [
    'heart.example.org',
    '*',
    { forbidden: ['events'] },
    'A fault of kind "forbidden" is one of a cluster: place it at "cluster:organprod"',
  ],
  [
    'cluster:organprd',
    '*',
    { unreachable: true as const },
    'There is no cluster "organprd"; did you mean organprod?',
  ],
  [
    'cluster:organprod',
    'fence',
    { unreachable: true as const },
    '"cluster:organprod" is a cluster and has no service "fence"',
  ],
  [
    'cluster:organprod',
    '*',
    { html: true as const },
    'A cluster can have the faults unreachable, forbidden, hang, slowMs, status, not "html"',
  ],
  ['heart.example.org', 'fence', { status: 700 }, /Not a fault: [^]*status/],
])('refuses a fault of %s %s %j', async (hostname, service, fault, message) => {
  await expect(control.setFault({ hostname, service, fault })).rejects.toThrow(
    message,
  );
});

it('refuses to clear what nobody knows', async () => {
  await expect(
    control.clearFaults({ hostname: 'hert.example.org' }),
  ).rejects.toThrow(/did you mean heart\.example\.org/);
  await expect(
    control.clearFaults({ hostname: 'heart.example.org', service: 'fense' }),
  ).rejects.toThrow(/did you mean fence/);
});

it('reads the fleet again when it is told so', async () => {
  await expect(control.reload()).resolves.toEqual({ commons: 2 });
  expect(reloads).toBe(1);
});

it('lists and clears requests', async () => {
  await expect(control.listRequests({})).resolves.toEqual({ requests: [] });
  const response = await fetch(`${simulator.controlUrl}/requests`, {
    method: 'DELETE',
  });

  expect(response.status).toBe(200);
});

it.each([
  [
    'GET',
    '/nothing',
    undefined,
    404,
    /There is no "GET \/nothing"; there are GET/,
  ],
  ['PUT', '/faults', '{', 400, /not JSON/],
  ['PUT', '/faults', `"${'x'.repeat(70_000)}"`, 400, /more than 65536 bytes/],
])(
  '%s %s with a bad body is refused',
  async (method, path, body, status, error) => {
    const response = await fetch(`${simulator.controlUrl}${path}`, {
      method,
      body,
    });

    expect(response.status).toBe(status);
    expect((await response.json()).error).toMatch(error);
  },
);

it('refuses pages that rebind their name to this machine', async () => {
  const status = await new Promise(resolve => {
    request(
      `${simulator.controlUrl}/commons`,
      { headers: { host: 'evil.example' } },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end();
  });

  expect(status).toBe(403);
});

it('says in one line that no simulator answers', async () => {
  const url = simulator.controlUrl;
  await simulator.close();

  await expect(ControlClient.create({ url }).listCommons()).rejects.toThrow(
    `No simulator answers at ${url}; start the demo with "make start", or name its port with --control-port`,
  );
  simulator = await startSimulator();
});

it.each([
  ['fense', ['fence']],
  ['fenc', ['fence']],
  ['manifest', ['manifestservice']],
  ['xyzzy', []],
])('finds what comes close to "%s"', (wanted, found) => {
  expect(nearest(wanted, ['fence', 'indexd', 'manifestservice'])).toEqual(
    found,
  );
});
