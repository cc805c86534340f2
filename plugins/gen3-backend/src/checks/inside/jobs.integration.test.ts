import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ProxyClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import { generateFleet, type Simulator, startSimulator } from 'fleet-simulator';
import {
  type KubernetesProxy,
  startKubernetesProxy,
} from './__testUtils__/startKubernetesProxy';
import { createJobsCheck } from './jobs';

const MINUTE_MS = 60_000;
const [commons] = generateFleet({ commons: 1 });
const { hostname, cluster = '', namespace = '' } = commons;

/** Usersync is due every half hour. Near the real time, at which TLS looks at certificates. */
const DUE = Math.floor(Date.now() / (30 * MINUTE_MS)) * 30 * MINUTE_MS;

describe('usersync in a cluster, as time goes by', () => {
  let now: number;
  let simulator: Simulator;
  let proxy: KubernetesProxy;
  let look: (minutes: number, seconds: number) => Promise<object>;

  beforeEach(async () => {
    now = DUE + 4 * MINUTE_MS;
    simulator = await startSimulator({
      commons: [commons],
      now: () => new Date(now),
    });
    proxy = await startKubernetesProxy({
      simulator,
      token: 'simulator-reader',
    });
    const { baseUrl } = proxy;
    const service = createServiceRegistry().get('fence');
    if (!service) throw new Error('no fence in the registry');
    const check = createJobsCheck({
      client: ProxyClusterClient.create({
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => baseUrl,
        }),
        auth: mockServices.auth(),
        now: () => now,
      }),
      place: { cluster, namespace },
      service,
      now: () => now,
    });
    look = (minutes, seconds) => {
      now = DUE + minutes * MINUTE_MS + seconds * 1_000;
      return check.run({ signal: new AbortController().signal });
    };
  });

  afterEach(async () => {
    await proxy.stop();
    await simulator.close();
  });

  const up = {
    outcome: 'up',
    reason: expect.stringMatching(/^ran usersync \d+ (s|min|h) ago$/),
  };
  const late = {
    outcome: 'degraded',
    cause: 'job-late',
    reason: 'needs usersync, whose last success was 1 h ago (*/30 * * * *)',
  };

  it('is up at every second while it succeeds, also while the run that is due has not ended', async () => {
    expect(await look(7, 41)).toMatchObject(up);
    expect(await look(29, 59)).toMatchObject(up);
    expect(await look(30, 1)).toMatchObject(up);
    expect(await look(60, 1)).toMatchObject(up);
    expect(await look(240, 3)).toMatchObject(up);
  });

  it('stays up when its runs begin to hang, until two of them and the time of one have gone, and is late from then on', async () => {
    expect(await look(7, 41)).toMatchObject(up);

    simulator.setFault(hostname, 'usersync', { hangingJob: true });

    // Its last run took 15 to 110 seconds from DUE on.
    expect(await look(7, 52)).toMatchObject(up);
    expect(await look(30, 41)).toMatchObject(up);
    expect(await look(60, 1)).toMatchObject(up);
    expect(await look(70, 14)).toMatchObject(up);
    expect(await look(71, 51)).toMatchObject(late);
    expect(await look(90, 41)).toMatchObject(late);
  });

  it('is up again with the first run that succeeds', async () => {
    await look(7, 41);
    simulator.setFault(hostname, 'usersync', { hangingJob: true });
    expect(await look(80, 11)).toMatchObject(late);

    simulator.clearFaults(hostname, 'usersync');

    expect(await look(92, 11)).toMatchObject(up);
  });

  it('is degraded at once when a run fails', async () => {
    expect(await look(7, 41)).toMatchObject(up);

    simulator.setFault(hostname, 'usersync', { failedJob: true });

    expect(await look(8, 11)).toMatchObject({
      outcome: 'degraded',
      cause: 'job-failed',
    });
  });
});
