import { Agent, request } from 'undici';
import { createClusters } from '../../__testUtils__/askCluster';
import { CertificateAuthority } from '../../certificates/CertificateAuthority';
import { Fault } from '../../faults/types';
import { RequestLog } from '../../server/RequestLog';
import { KubernetesServer } from '../KubernetesServer';

const now = new Date();
const parts = createClusters({ now });
let server: KubernetesServer;
let agent: Agent;

beforeEach(async () => {
  const authority = await CertificateAuthority.open({ now });
  server = await KubernetesServer.start({
    ...parts,
    authority,
    log: RequestLog.create(),
    port: 0,
    maxWatches: 1,
  });
  agent = new Agent({ connect: { ca: authority.pem } });
});

afterEach(async () => {
  parts.faults.clear();
  await agent.destroy();
  await server.close();
});

/** Opens a watch of Deployments. */
async function watch(options: { signal?: AbortSignal } = {}) {
  const { statusCode, headers, body } = await request(
    `${server.urlOf('organprod')}/apis/apps/v1/deployments?watch=true`,
    {
      dispatcher: agent,
      headers: { authorization: 'Bearer simulator-reader' },
      ...options,
    },
  );
  return { status: statusCode, headers, body };
}

/** Reads a stream to its end, from where its first chunk came. Taken at once, so that no rejection is ever unhandled. */
function readOn(body: AsyncIterable<Buffer>) {
  const chunks = body[Symbol.asyncIterator]();
  const restOf = async () => {
    let next = await chunks.next();
    while (!next.done) {
      // Chunks come one after the other.
      // eslint-disable-next-line no-await-in-loop
      next = await chunks.next();
    }
  };
  return {
    first: async () => String((await chunks.next()).value),
    end: () =>
      restOf().then(
        () => 'ended',
        () => 'cut',
      ),
  };
}

it('streams in chunks, until the server closes', async () => {
  const { status, headers, body } = await watch();
  const stream = readOn(body);

  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'transfer-encoding': 'chunked',
  });
  expect(await stream.first()).toMatch(/^\{"type":"ADDED","object":\{/);
  const end = stream.end();
  await server.close();
  expect(await end).toBe('cut');
});

it('opens no more watches than there may be, and one when another left', async () => {
  const leave = new AbortController();
  const { body } = await watch({ signal: leave.signal });
  body.on('error', () => undefined);

  const refused = await watch();
  expect(refused.status).toBe(429);
  expect(await refused.body.json()).toMatchObject({
    kind: 'Status',
    reason: 'TooManyRequests',
    details: { retryAfterSeconds: 5 },
  });

  leave.abort();
  let next = await watch();
  while (next.status === 429) {
    // The server hears a little later that the client left.
    // eslint-disable-next-line no-await-in-loop
    await next.body.dump();
    // eslint-disable-next-line no-await-in-loop
    next = await watch();
  }
  expect(next.status).toBe(200);
});

it.each<[Fault, string]>([
  [{ unreachable: true }, 'cut'],
  [{ status: 503 }, 'ended'],
])('a fault %j of the cluster ends it: %s', async (fault, expected) => {
  const { body } = await watch();
  const stream = readOn(body);
  await stream.first();
  parts.faults.set({ hostname: 'cluster:organprod', service: '*', fault });

  expect(await stream.end()).toBe(expected);
});
