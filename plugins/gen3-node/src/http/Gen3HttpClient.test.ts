import { ConfigReader } from '@backstage/config';
import { getEventListeners, once } from 'node:events';
import { RequestListener } from 'node:http';
import {
  createTestAuthority,
  TestAuthority,
} from './__testUtils__/createTestAuthority';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';
import { Gen3HttpClient, Gen3HttpClientOptions } from './Gen3HttpClient';

describe('Gen3HttpClient', () => {
  let authority: TestAuthority;
  const cleanUp: Array<() => Promise<void>> = [];

  beforeAll(async () => {
    authority = await createTestAuthority();
  });
  afterAll(() => authority.remove());
  afterEach(async () => {
    jest.useRealTimers();
    for (const step of cleanUp.splice(0).reverse()) {
      // One after the other: clients first, then the servers they talk to.
      // eslint-disable-next-line no-await-in-loop
      await step();
    }
  });

  async function serve(
    listener: RequestListener,
    certificate: { hostname?: string; daysLeft?: number } = {},
  ): Promise<TestServer> {
    const server = await startTestServer(
      await authority.issue({ hostname: 'heart.example', ...certificate }),
      listener,
    );
    cleanUp.push(() => server.stop());
    return server;
  }

  /** A client for whom all of `.example` is at `port` of this machine. */
  function clientFor(
    port: number,
    http: object = {},
    options: Gen3HttpClientOptions = {},
  ): Gen3HttpClient {
    const connectTo = [{ host: '*.example', address: '127.0.0.1', port }];
    const config = new ConfigReader({
      gen3: {
        http: {
          allowPrivateAddresses: ['127.0.0.1'],
          caFile: authority.caFile,
          connectTo,
          ...http,
        },
      },
    });
    const client = Gen3HttpClient.fromConfig(config, options);
    cleanUp.push(() => client.close());
    return client;
  }

  const question = (path = '/user/_status') => ({
    hostname: 'heart.example',
    path,
    signal: new AbortController().signal,
  });

  it('brings back status, headers and body, and sends nothing but its own headers', async () => {
    const server = await serve((_, response) => {
      response.writeHead(201, {
        'content-type': 'text/html',
        'set-cookie': ['csrftoken=abc', 'session=def'],
      });
      response.end('Healthy');
    });
    let time = 1000;
    const client = clientFor(
      server.port,
      {},
      {
        now: () => {
          time += 40;
          return time;
        },
      },
    );
    const answer = await client.get(question('/user/_status?x=1'));
    await client.get(question('/again'));
    expect(answer).toMatchObject({
      status: 201,
      body: 'Healthy',
      truncated: false,
      latencyMs: 40,
      url: 'https://heart.example/user/_status',
    });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/user/_status?x=1',
      '/again',
    ]);
    for (const { headers, servername } of server.requests) {
      expect(servername).toBe('heart.example');
      expect(headers).toEqual({
        host: 'heart.example',
        connection: 'keep-alive',
        accept: 'application/json, text/html;q=0.9, */*;q=0.8',
        'accept-encoding': 'identity',
        'user-agent': expect.stringMatching(
          /^Gen3-CSOC-Portal\/\d+\.\d+\.\d+ \(\+health check\)$/,
        ),
      });
    }
  });

  it('does not follow redirects', async () => {
    const server = await serve((_, response) => {
      response.writeHead(302, { location: 'https://evil.example/' });
      response.end();
    });
    const answer = await clientFor(server.port).get(question());
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('https://evil.example/');
    expect(server.requests).toHaveLength(1);
  });

  it('reads no more of a body than it is told and closes the connection', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const server = await serve((_, response) => {
      closed = once(response, 'close');
      response.writeHead(200);
      const pour = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', pour);
      };
      pour();
    });
    const answer = await clientFor(server.port).get({
      ...question(),
      maxBytes: 2000,
    });
    expect(answer.truncated).toBe(true);
    expect(answer.body).toBe('x'.repeat(2000));
    await closed;
  });

  it('is not fooled by a body that is exactly as long as allowed', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(2000)));
    await expect(
      clientFor(server.port).get({ ...question(), maxBytes: 2000 }),
    ).resolves.toMatchObject({ truncated: false });
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => {}],
    [
      'stalls within the body',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('Heal');
      },
    ],
  ])('gives up at the deadline on a host that %s', async (_label, listener) => {
    const server = await serve(listener);
    const asking = question();
    const failure = clientFor(server.port).get({ ...asking, timeoutMs: 150 });
    await expect(failure).rejects.toMatchObject({
      name: 'Gen3UpstreamError',
      commons: 'heart.example',
      operation: 'GET /user/_status',
      upstreamCause: 'timeout',
      message:
        'GET /user/_status of "heart.example" failed: no answer within 0.15 s',
    });
    expect(getEventListeners(asking.signal, 'abort')).toEqual([]);
  });

  it('says that a host which resets the connection is unreachable', async () => {
    const server = await serve(request => request.socket.destroy());
    await expect(clientFor(server.port).get(question())).rejects.toMatchObject({
      upstreamCause: 'unreachable',
    });
  });

  it('says that a closed port is unreachable', async () => {
    const server = await serve(() => {});
    const { port } = server;
    await server.stop();
    cleanUp.pop();
    await expect(clientFor(port).get(question())).rejects.toMatchObject({
      upstreamCause: 'unreachable',
      code: 'ECONNREFUSED',
    });
  });

  it('never shows an upstream status as one of its own', async () => {
    const server = await serve(request => request.socket.destroy());
    const error: unknown = await clientFor(server.port)
      .get(question())
      .catch(caught => caught);
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('statusCode');
  });

  describe('addresses', () => {
    it('refuses a name that resolves to a private address, without connecting', async () => {
      const server = await serve((_, response) => response.end('secret'));
      const client = clientFor(
        server.port,
        { allowPrivateAddresses: [], connectTo: [] },
        { resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
      );
      await expect(
        client.get({
          ...question(),
          baseUrl: `https://heart.example:${server.port}`,
        }),
      ).rejects.toMatchObject({ upstreamCause: 'refused-address' });
      expect(server.connections()).toBe(0);
    });

    it('refuses a literal private address and one that a rule leads to', async () => {
      const server = await serve((_, response) => response.end('secret'));
      const client = clientFor(server.port, { allowPrivateAddresses: [] });
      await expect(
        client.get({ ...question(), baseUrl: 'https://169.254.169.254' }),
      ).rejects.toMatchObject({ upstreamCause: 'refused-address' });
      await expect(client.get(question())).rejects.toMatchObject({
        upstreamCause: 'refused-address',
      });
      await expect(client.inspectCertificate(question())).rejects.toMatchObject(
        { upstreamCause: 'refused-address' },
      );
      expect(server.connections()).toBe(0);
    });

    it('judges a name anew for every connection, so a name that rebinds gains nothing', async () => {
      const server = await serve((_, response) => {
        response.writeHead(200, { connection: 'close' });
        response.end('Healthy');
      });
      const answers = ['127.0.0.1', '127.0.0.2'];
      let time = 0;
      const client = clientFor(
        server.port,
        { connectTo: [] },
        {
          resolve: async () => [{ address: answers.shift() ?? '', family: 4 }],
          now: () => time,
        },
      );
      const baseUrl = `https://heart.example:${server.port}`;
      await expect(
        client.get({ ...question(), baseUrl }),
      ).resolves.toMatchObject({ status: 200 });
      time += 60_000;
      await expect(
        client.get({ ...question(), baseUrl }),
      ).rejects.toMatchObject({ upstreamCause: 'refused-address' });
      expect(server.connections()).toBe(1);
    });

    it('tells a name that does not resolve', async () => {
      const client = clientFor(
        1,
        { connectTo: [] },
        {
          resolve: async () => {
            throw Object.assign(new Error('getaddrinfo ENOTFOUND'), {
              code: 'ENOTFOUND',
            });
          },
        },
      );
      await expect(client.get(question())).rejects.toMatchObject({
        upstreamCause: 'dns',
        detail: 'the name does not resolve',
      });
    });

    it('tells a name server that is silent from a host that is', async () => {
      // The time of the lookup was the handshake's, whose deadline came first: the commons was down for it.
      jest.useFakeTimers();
      const client = clientFor(
        1,
        { connectTo: [] },
        { resolve: () => new Promise(() => {}) },
      );
      const failure = client
        .get({ ...question(), timeoutMs: 100 })
        .catch(error => error);
      await jest.advanceTimersByTimeAsync(3000);
      expect(await failure).toMatchObject({
        upstreamCause: 'dns',
        code: 'ETIMEOUT',
        detail: "the portal's name server does not answer",
      });
    });

    it('hands on a mistake that is none of the host', async () => {
      const client = clientFor(
        1,
        { connectTo: [] },
        { resolve: () => Promise.reject(new TypeError('a mistake')) },
      );
      await expect(client.get(question())).rejects.toThrow(
        new TypeError('a mistake'),
      );
    });

    it('does not wait for a name server once it is cancelled', async () => {
      const client = clientFor(
        1,
        { connectTo: [] },
        { resolve: () => new Promise(() => {}) },
      );
      const stop = new AbortController();
      const asking = client.get({ ...question(), signal: stop.signal });
      stop.abort();
      await expect(asking).rejects.toMatchObject({
        upstreamCause: 'cancelled',
      });
    });
  });

  describe('concurrency', () => {
    it('asks a host at most maxPerHost questions at once, and others meanwhile', async () => {
      const heart = await serve(() => {});
      const client = clientFor(heart.port, {
        maxPerHost: 2,
        connectTo: [
          { host: 'heart.example', address: '127.0.0.1', port: heart.port },
        ],
      });
      const stop = new AbortController();
      const hanging = [1, 2, 3, 4, 5].map(() =>
        client.get({ ...question(), signal: stop.signal }),
      );
      const settled = Promise.allSettled(hanging);
      const lung = await serve((_, response) => response.end('Healthy'), {
        hostname: 'localhost',
      });
      await expect(
        client.get({
          ...question(),
          baseUrl: `https://localhost:${lung.port}`,
        }),
      ).resolves.toMatchObject({ status: 200 });
      await heart.received(2);
      stop.abort();
      const results = await settled;
      expect(
        results.map(
          result => result.status === 'rejected' && result.reason.upstreamCause,
        ),
      ).toEqual(Array(5).fill('cancelled'));
      expect(heart.requests).toHaveLength(2);
      expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    });

    it('asks a host that answers at once over a single connection', async () => {
      const heart = await serve((_, response) => response.end('Healthy'));
      const client = clientFor(heart.port);
      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(() => client.get(question())),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
      expect(heart.connections()).toBe(1);
    });

    it('says that it asked nothing when no place became free, instead of accusing the host', async () => {
      const heart = await serve(() => {});
      const client = clientFor(heart.port, { maxConcurrent: 1 });
      const stop = new AbortController();
      const hanging = Promise.allSettled([
        client.get({ ...question(), signal: stop.signal }),
      ]);
      await heart.received(1);
      await expect(
        client.get({
          ...question(),
          hostname: 'lung.example',
          timeoutMs: 100,
        }),
      ).rejects.toMatchObject({
        upstreamCause: 'cancelled',
        code: 'ERR_GEN3_NO_PLACE',
        detail: "no place of the portal's own was free within 0.1 s",
      });
      expect(heart.requests).toHaveLength(1);
      stop.abort();
      await hanging;
    });

    it('waits for its name and its places as long as the deadline is, all in all', async () => {
      // Each of them had the whole deadline, so a question could wait three times as long as it says.
      const heart = await serve(() => {});
      let now = 0;
      const client = clientFor(
        heart.port,
        {
          maxConcurrent: 1,
          connectTo: [
            { host: 'heart.example', address: '127.0.0.1', port: heart.port },
          ],
        },
        {
          now: () => now,
          resolve: async () => {
            now += 600_000;
            return [{ address: '127.0.0.1', family: 4 }];
          },
        },
      );
      const stop = new AbortController();
      const hanging = Promise.allSettled([
        client.get({ ...question(), signal: stop.signal }),
      ]);
      await heart.received(1);
      await expect(
        client.get({
          ...question(),
          hostname: 'lung.example',
          timeoutMs: 600_000,
        }),
      ).rejects.toMatchObject({ code: 'ERR_GEN3_NO_PLACE' });
      stop.abort();
      await hanging;
    });

    it('does not start what is cancelled already', async () => {
      const server = await serve((_, response) => response.end());
      await expect(
        clientFor(server.port).get({
          ...question(),
          signal: AbortSignal.abort(),
        }),
      ).rejects.toMatchObject({ upstreamCause: 'cancelled' });
      expect(server.connections()).toBe(0);
    });

    it('cancels what is under way and closes every connection when it closes', async () => {
      const server = await serve((request, response) => {
        if (request.url === '/idle') {
          response.end();
        }
      });
      const client = clientFor(server.port);
      await client.get(question('/idle'));
      const hanging = Promise.allSettled([client.get(question())]);
      await server.received(2);
      await client.close();
      expect(await hanging).toMatchObject([
        { reason: { upstreamCause: 'cancelled' } },
      ]);
      await server.deserted();
    });
  });
});
