import { mockServices } from '@backstage/backend-test-utils';
import { IncomingMessage, ServerResponse } from 'node:http';
import {
  createTestAuthority,
  TestAuthority,
} from '../http/__testUtils__/createTestAuthority';
import {
  startTcpServer,
  startTestServer,
  TestServer,
} from '../http/__testUtils__/startTestServer';
import {
  FORBIDDEN,
  jsonAnswer,
  listAnswer,
  statusAnswer,
} from './__testUtils__/kubernetesAnswers';
import { startKubernetesBackend } from './__testUtils__/startKubernetesBackend';
import { ProxyAnswer } from './ProxyAnswer';
import { discoverClusterNames } from './discoverClusterNames';
import { ProxyClusterClient } from './ProxyClusterClient';

jest.setTimeout(60_000);

/** An API server that knows a few tokens, and no group but the oldest ones. */
function answerOf(request: IncomingMessage): ProxyAnswer | undefined {
  const { authorization, ...headers } = request.headers;
  switch (authorization) {
    case 'Bearer reader':
      break;
    case 'Bearer limited':
      return FORBIDDEN;
    case 'Bearer hangs':
    case 'Bearer breaks':
      return undefined;
    default:
      return statusAnswer(401, 'Unauthorized');
  }
  const { pathname, searchParams } = new URL(`${request.url}`, 'https://x');
  if (pathname === '/version') {
    return jsonAnswer(200, { gitVersion: 'v1.35.2-eks-1a2b3c' });
  }
  if (pathname.startsWith('/apis/batch/v1/')) {
    // As an API server says that it does not have a group at all.
    const text = '404 page not found\n';
    return { status: 404, contentType: 'text/plain', text, truncated: false };
  }
  const next = searchParams.get('continue') ? undefined : 'a+/=';
  const leaked = Object.keys(headers).filter(name => /token|cookie/.test(name));
  return listAnswer([pathname, ...leaked], { next });
}

const listener = (request: IncomingMessage, response: ServerResponse) => {
  const answer = answerOf(request);
  if (answer) {
    const { status, contentType, text } = answer;
    response.writeHead(status, { 'content-type': contentType });
    response.end(text);
  } else if (request.headers.authorization === 'Bearer breaks') {
    response.write('{"kind":"PodList","items":[', () =>
      request.socket.destroy(),
    );
  }
};

describe('ProxyClusterClient with Backstage’s kubernetes plugin', () => {
  let authorities: TestAuthority[];
  let api: TestServer;
  let ended: TestServer;
  let backend: Awaited<ReturnType<typeof startKubernetesBackend>>;

  beforeAll(async () => {
    authorities = await Promise.all([
      createTestAuthority(),
      createTestAuthority(),
    ]);
    const [{ caFile, issue }, other] = authorities;
    api = await startTestServer(
      await issue({ hostname: 'localhost' }),
      listener,
    );
    ended = await startTestServer(
      await issue({ hostname: 'localhost', daysLeft: -1 }),
      listener,
    );
    // Nobody listens on its port any more.
    const gone = await startTcpServer(() => {});
    await gone.stop();
    const cluster = (name: string, options: object = {}) => ({
      name,
      url: `https://localhost:${api.port}`,
      authProvider: 'serviceAccount',
      serviceAccountToken: 'reader',
      caFile,
      ...options,
    });
    backend = await startKubernetesBackend({
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              cluster('prod'),
              cluster('below', {
                url: `https://localhost:${api.port}/clusters/x/`,
              }),
              cluster('expired', { serviceAccountToken: 'expired' }),
              cluster('limited', { serviceAccountToken: 'limited' }),
              cluster('hangs', { serviceAccountToken: 'hangs' }),
              cluster('breaks', { serviceAccountToken: 'breaks' }),
              cluster('other-ca', { caFile: other.caFile }),
              cluster('no-ca', { caFile: undefined }),
              cluster('ended', { url: `https://localhost:${ended.port}` }),
              cluster('other-name', { url: `https://127.0.0.1:${api.port}` }),
              cluster('gone', { url: `https://localhost:${gone.port}` }),
              cluster('no-name', { url: 'https://nowhere.invalid' }),
              cluster('no-ca-file', { caFile: '/nowhere/ca.pem' }),
            ],
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await backend.stop();
    await api.stop();
    await ended.stop();
    await Promise.all(authorities.map(({ remove }) => remove()));
  });

  const accessTo = (baseUrl: string) => ({
    discovery: {
      getBaseUrl: async () => baseUrl,
      getExternalBaseUrl: async () => baseUrl,
    },
    auth: mockServices.auth(),
  });

  const createClient = (baseUrl: string, timeoutMs?: number) =>
    ProxyClusterClient.create({ ...accessTo(baseUrl), timeoutMs });

  const list = (
    kind: 'pods' | 'cronjobs',
    cluster: string,
    client = createClient(backend.baseUrl),
  ) => {
    const { signal } = new AbortController();
    return client.list(kind, { cluster, namespace: 'heart' }, { signal });
  };

  it.each([
    ['prod', '/api/v1/namespaces/heart/pods'],
    ['below', '/clusters/x/api/v1/namespaces/heart/pods'],
  ])('lists all pages of cluster %s with its token', async (cluster, path) => {
    expect(await list('pods', cluster)).toMatchObject({
      state: 'read',
      items: [{ metadata: { name: path } }, { metadata: { name: path } }],
      odd: 0,
    });
  });

  it('reads the version of an API server', async () => {
    const { signal } = new AbortController();
    const client = createClient(backend.baseUrl);
    expect(await client.readVersion('prod', { signal })).toMatchObject({
      state: 'read',
      version: '1.35.2',
    });
  });

  it('names the clusters that Backstage is configured for', async () => {
    const { signal } = new AbortController();
    const found = await discoverClusterNames(accessTo(backend.baseUrl), {
      signal,
    });
    expect(found).toMatchObject({
      state: 'read',
      names: expect.arrayContaining(['prod', 'gone', 'no-ca-file']),
    });
  });

  it('finds the version that an old cluster has', async () => {
    expect(await list('cronjobs', 'prod')).toMatchObject({
      state: 'read',
      items: [
        {
          metadata: { name: '/apis/batch/v1beta1/namespaces/heart/cronjobs' },
        },
        {},
      ],
    });
  });

  it.each([
    [
      'nobody',
      'unknown-cluster',
      'Backstage\'s kubernetes config has no cluster "nobody": add it to kubernetes.clusterLocatorMethods',
    ],
    [
      'expired',
      'unauthorized',
      'answers 401: Unauthorized: renew the credentials of "expired" below kubernetes.clusterLocatorMethods (serviceAccountToken,',
    ],
    ['limited', 'forbidden', 'answers 403: pods is forbidden: User "reader" '],
    ['gone', 'unreachable', 'the connection was refused'],
    ['no-name', 'unreachable', 'name'],
    [
      'other-ca',
      'tls',
      'the certificate comes from an authority that the portal does not trust: set caData or caFile of "other-ca" below kubernetes.clusterLocatorMethods',
    ],
    [
      'no-ca',
      'tls',
      'the certificate comes from an authority that the portal does not trust: set caData or caFile of "no-ca" below kubernetes.clusterLocatorMethods',
    ],
    [
      'other-name',
      'tls',
      'the certificate is for other hostnames than that in url: correct url of "other-name" below kubernetes.clusterLocatorMethods',
    ],
    [
      'ended',
      'tls',
      'the certificate has expired: renew it at the API server of "ended"',
    ],
    ['no-ca-file', 'no-kubernetes-plugin', '/nowhere/ca.pem'],
  ])('tells of cluster %s that it is %s', async (cluster, failure, detail) => {
    expect(await list('pods', cluster)).toMatchObject({
      state: 'failed',
      failure,
      detail: expect.stringContaining(detail),
    });
  });

  it.each(['hangs', 'breaks'])('gives cluster %s up', async cluster => {
    const client = createClient(backend.baseUrl, 1_000);
    expect(await list('pods', cluster, client)).toMatchObject({
      failure: 'timeout',
      detail: 'no answer within 1 s',
    });
  });

  it('tells of a portal without clusters that its plugin is not configured', async () => {
    const unconfigured = await startKubernetesBackend({});
    const client = createClient(unconfigured.baseUrl);
    expect(await list('pods', 'prod', client)).toMatchObject({
      failure: 'no-kubernetes-plugin',
      detail: 'the kubernetes plugin is not installed or not configured',
    });
    const { signal } = new AbortController();
    expect(
      await discoverClusterNames(accessTo(unconfigured.baseUrl), { signal }),
    ).toEqual({
      state: 'failed',
      detail: 'the kubernetes plugin answers 404 and no list of clusters',
    });
    await unconfigured.stop();
  });
});
