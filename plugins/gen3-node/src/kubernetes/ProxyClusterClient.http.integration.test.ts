import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { listAnswer } from './__testUtils__/kubernetesAnswers';
import { startHttpServer } from './__testUtils__/startHttpServer';
import { discoverClusterNames } from './discoverClusterNames';
import { ProxyClusterClient } from './ProxyClusterClient';

const PLACE = { cluster: 'prod', namespace: 'heart' };

/** What it takes to ask the portal at that address. */
const accessTo = (url: string) => ({
  discovery: {
    getBaseUrl: async (id: string) => `${url}/api/${id}`,
    getExternalBaseUrl: async (id: string) => `${url}/api/${id}`,
  },
  auth: mockServices.auth(),
});

/** Lists the pods of a portal whose kubernetes plugin does `listener`. */
async function listPods(listener: RequestListener, timeoutMs = 10_000) {
  const server = await startHttpServer(listener);
  const client = ProxyClusterClient.create({
    ...accessTo(server.url),
    timeoutMs,
    maxBytes: 100_000,
  });
  const { signal } = new AbortController();
  return { server, reading: await client.list('pods', PLACE, { signal }) };
}

/** Like a proxy whose API server is quick to answer, and slow with the rest of it. */
const begin: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"kind":"PodList","items":[');
};

describe('ProxyClusterClient over HTTP', () => {
  it('asks Backstage, as the plugin that it belongs to', async () => {
    const token = mockCredentials.service.token({
      onBehalfOf: await mockServices.auth().getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const { server, reading } = await listPods((request, response) => {
      const { authorization, 'backstage-kubernetes-cluster': cluster } =
        request.headers;
      const who = authorization === `Bearer ${token}` ? 'known' : 'unknown';
      response.end(listAnswer([`${who} ${cluster} ${request.url}`]).text);
    });
    await server.stop();
    expect(reading).toMatchObject({
      state: 'read',
      items: [
        {
          metadata: {
            name: 'known prod /api/kubernetes/proxy/api/v1/namespaces/heart/pods?limit=500&fieldSelector=status.phase%21%3DSucceeded',
          },
        },
      ],
    });
  });

  it.each<[string, RequestListener]>([
    ['does not answer', () => {}],
    ['does not end its answer', begin],
  ])('gives a server up that %s', async (_label, listener) => {
    const { server, reading } = await listPods(listener, 300);
    // Whoever gives up hangs up, so the proxy does too.
    await server.abandoned;
    await server.stop();
    expect(reading).toMatchObject({
      state: 'failed',
      failure: 'timeout',
      detail: 'no answer within 0.3 s',
    });
  });

  it.each<[string, RequestListener]>([
    ['before it answers', request => request.socket.destroy()],
    [
      'in the middle of its answer',
      (request, response) => {
        begin(request, response);
        setImmediate(() => request.socket.destroy());
      },
    ],
  ])('survives a connection that breaks %s', async (_label, listener) => {
    const { server, reading } = await listPods(listener);
    await server.stop();
    expect(reading).toMatchObject({
      state: 'failed',
      failure: 'unreachable',
      detail: expect.stringMatching(/^the connection was /),
    });
  });

  it.each<[string, RequestListener]>([
    [
      'plain',
      (request, response) => {
        begin(request, response);
        const pour = () => {
          while (!response.closed && response.write('{},'.repeat(1_000)));
        };
        response.on('drain', pour);
        pour();
      },
    ],
    [
      'compressed',
      (_request, response) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        });
        response.end(gzipSync(Buffer.alloc(20_000_000, '[')));
      },
    ],
  ])('does not read a body without end, %s', async (_label, listener) => {
    const { server, reading } = await listPods(listener);
    await server.stop();
    expect(reading).toMatchObject({
      state: 'failed',
      failure: 'malformed',
      detail: 'its list is larger than the portal reads',
    });
  });

  it('reads a compressed list', async () => {
    const { server, reading } = await listPods((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(listAnswer(['fence-1']).text));
    });
    await server.stop();
    expect(reading).toMatchObject({
      state: 'read',
      items: [{ metadata: { name: 'fence-1' } }],
    });
  });

  it('tells a portal that is not there from a cluster that is not', async () => {
    const { server } = await listPods((_request, response) => response.end());
    await server.stop();
    const client = ProxyClusterClient.create({
      discovery: {
        getBaseUrl: async () => server.url,
        getExternalBaseUrl: async () => server.url,
      },
      auth: mockServices.auth(),
    });
    const { signal } = new AbortController();
    expect(await client.list('pods', PLACE, { signal })).toMatchObject({
      failure: 'no-kubernetes-plugin',
      detail:
        'the kubernetes plugin cannot be asked: the connection was refused',
    });
  });
});

describe('discoverClusterNames over HTTP', () => {
  const discover = async (listener: RequestListener) => {
    const server = await startHttpServer(listener);
    const { signal } = new AbortController();
    const found = await discoverClusterNames(accessTo(server.url), {
      signal,
      timeoutMs: 1_000,
    });
    await server.stop();
    return found;
  };

  it('takes each name once, and none that no request can carry', async () => {
    const names = ['east', 'west', 'east', '', 'a\nb'];
    const items = names.map(name => ({ name, authProvider: 'x' }));
    expect(
      await discover((request, response) => {
        response.end(
          JSON.stringify(
            request.url === '/api/kubernetes/clusters' ? { items } : {},
          ),
        );
      }),
    ).toEqual({ state: 'read', names: ['east', 'west'] });
  });

  it.each<[string, RequestListener, string]>([
    ['does not answer', () => {}, 'no answer within 1 s'],
    [
      'refuses',
      (_request, response) => response.writeHead(403).end('{"items":[]}'),
      'the kubernetes plugin answers 403 and no list of clusters',
    ],
    [
      'says something else',
      (_request, response) => response.end('hello'),
      'the kubernetes plugin answers 200 and no list of clusters',
    ],
    [
      'hangs up',
      request => request.socket.destroy(),
      'the connection was closed before the answer was complete',
    ],
  ])(
    'says why there are none when the plugin %s',
    async (_label, listener, detail) => {
      expect(await discover(listener)).toEqual({ state: 'failed', detail });
    },
  );
});
