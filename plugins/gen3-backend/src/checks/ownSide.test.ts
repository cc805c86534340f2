import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  Gen3HttpClient,
  type ResolveAddresses,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createFakeClusters } from '../__testUtils__/createFakeClusters';
import { createChecks } from './createChecks';

/** What the checks, with the real client, say of commons when the fault is the portal's. */
describe('a fault of the portal', () => {
  const cleanUp: Array<() => Promise<void>> = [];

  afterEach(async () => {
    jest.useRealTimers();
    await Promise.all(cleanUp.splice(0).map(step => step()));
  });

  function createClient(http: object, resolve?: ResolveAddresses) {
    const config = mockServices.rootConfig({ data: { gen3: { http } } });
    const client = Gen3HttpClient.fromConfig(config, { resolve });
    cleanUp.push(() => client.close());
    return client;
  }

  async function askAll(options: {
    client: Gen3HttpClient;
    hostname: string;
    timeoutMs: number;
  }): Promise<string[]> {
    const { client, hostname, timeoutMs } = options;
    const registry = createServiceRegistry();
    const logger = mockServices.logger.mock();
    const checks = createChecks({
      client,
      clusters: createFakeClusters(),
      registry,
      logger,
      timeoutMs,
    }).for({
      entityRef: `system:default/${hostname}`,
      hostname,
      baseUrl: `https://${hostname}`,
      services: ['fence', 'indexd'],
      frontendRoot: 'portal',
    });
    const { signal } = new AbortController();
    const results = await Promise.all(
      checks.map(check => check.run({ signal })),
    );
    return results.map(({ outcome, cause }) => `${outcome} ${cause}`);
  }

  it('is unknown when its name server is silent', async () => {
    // A lookup took the time of the handshake, and what came was a timeout of the commons: the whole fleet was down.
    jest.useFakeTimers();
    const client = createClient({}, () => new Promise(() => {}));
    const asking = askAll({
      client,
      hostname: 'heart.example',
      timeoutMs: 1000,
    });
    await jest.advanceTimersByTimeAsync(3000);
    expect(new Set(await asking)).toEqual(new Set(['unknown dns']));
  });

  it('is unknown when commons that hang have all the places', async () => {
    const server = createServer(socket => {
      socket.on('error', () => {});
      cleanUp.push(async () => {
        socket.destroy();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUp.push(async () => {
      server.close();
    });
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const client = createClient({
      allowPrivateAddresses: ['127.0.0.1'],
      connectTo: [{ host: '*.example', address: '127.0.0.1', port }],
      maxConcurrent: 1,
    });
    const connected = once(server, 'connection');
    const hanging = askAll({
      client,
      hostname: 'heart.example',
      timeoutMs: 60_000,
    });
    await connected;
    const lung = await askAll({
      client,
      hostname: 'lung.example',
      timeoutMs: 200,
    });
    expect(new Set(lung)).toEqual(new Set(['unknown cancelled']));
    await client.close();
    await hanging;
  });
});
