import { ConfigReader } from '@backstage/config';
import {
  createTestAuthority,
  TestAuthority,
} from './__testUtils__/createTestAuthority';
import {
  startTcpServer,
  startTestServer,
} from './__testUtils__/startTestServer';
import { Gen3HttpClient } from './Gen3HttpClient';

describe('certificates', () => {
  let authority: TestAuthority;
  const cleanUp: Array<() => Promise<void>> = [];

  beforeAll(async () => {
    authority = await createTestAuthority();
  });
  afterAll(() => authority.remove());
  afterEach(async () => {
    await Promise.all(cleanUp.splice(0).map(step => step()));
  });

  function clientFor(port: number, http: object = {}): Gen3HttpClient {
    const config = new ConfigReader({
      gen3: {
        http: {
          allowPrivateAddresses: ['127.0.0.1'],
          caFile: authority.caFile,
          connectTo: [{ host: '*.example', address: '127.0.0.1', port }],
          ...http,
        },
      },
    });
    const client = Gen3HttpClient.fromConfig(config);
    cleanUp.push(() => client.close());
    return client;
  }

  async function serve(certificate: {
    hostname?: string;
    daysLeft?: number;
    hasOddExtension?: boolean;
  }) {
    const server = await startTestServer(
      await authority.issue({ hostname: 'heart.example', ...certificate }),
      (_, response) => response.end('Healthy'),
    );
    cleanUp.push(() => server.stop());
    return server;
  }

  const question = () => ({
    hostname: 'heart.example',
    signal: new AbortController().signal,
  });
  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('tells what a good certificate says, without sending HTTP', async () => {
    const server = await serve({ daysLeft: 30 });
    const facts = await clientFor(server.port).inspectCertificate(question());
    expect(facts).toEqual({
      validFrom: expect.stringContaining(inDays(-60)),
      validTo: expect.stringContaining(inDays(30)),
      issuer: expect.stringContaining('CN=Test CA'),
      subject: 'CN=heart.example',
      names: ['heart.example'],
      latencyMs: expect.any(Number),
      authorized: true,
    });
    expect(server.requests).toEqual([]);
  });

  it.each([
    [
      'an expired certificate',
      { daysLeft: -1 },
      {},
      'CERT_HAS_EXPIRED',
      'certificate-ended',
    ],
    [
      'a certificate for another host',
      { hostname: 'lung.example' },
      {},
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'tls',
    ],
    [
      // Node has no code for it: it once counted as a mistake of the portal's, in each round.
      'a certificate with a critical extension that nobody knows',
      { hasOddExtension: true },
      {},
      'UNSPECIFIED',
      'tls',
    ],
    [
      'an authority that is not trusted',
      {},
      { caFile: undefined },
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'tls',
    ],
  ])(
    'shows %s as a fact and sends it no request',
    async (_label, certificate, http, code, upstreamCause) => {
      const server = await serve(certificate);
      const client = clientFor(server.port, http);
      await expect(
        client.inspectCertificate(question()),
      ).resolves.toMatchObject({
        authorized: false,
        authorizationError: code,
      });
      await expect(
        client.get({ ...question(), path: '/' }),
      ).rejects.toMatchObject({ upstreamCause, code });
      expect(server.requests).toEqual([]);
    },
  );

  it('gives up at the deadline on a host that accepts and says nothing', async () => {
    const server = await startTcpServer(() => {});
    cleanUp.push(() => server.stop());
    const client = clientFor(server.port);
    await expect(
      client.inspectCertificate({ ...question(), timeoutMs: 100 }),
    ).rejects.toMatchObject({
      upstreamCause: 'timeout',
      operation: 'TLS handshake',
    });
    await expect(
      client.get({ ...question(), path: '/', timeoutMs: 100 }),
    ).rejects.toMatchObject({ upstreamCause: 'timeout' });
  });

  it('tells a host that does not speak TLS', async () => {
    const server = await startTcpServer(socket =>
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    cleanUp.push(() => server.stop());
    await expect(
      clientFor(server.port).inspectCertificate(question()),
    ).rejects.toMatchObject({ upstreamCause: 'tls' });
  });

  it('tells a host that hangs up during the handshake', async () => {
    const server = await startTcpServer(socket => socket.destroy());
    cleanUp.push(() => server.stop());
    await expect(
      clientFor(server.port).inspectCertificate(question()),
    ).rejects.toMatchObject({ upstreamCause: 'unreachable' });
  });
});
