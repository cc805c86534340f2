import { ConfigReader } from '@backstage/config';
import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import {
  createTestAuthority,
  type TestAuthority,
} from '../http/__testUtils__/createTestAuthority';
import { startTestServer } from '../http/__testUtils__/startTestServer';
import { Gen3HttpClient } from '../http/Gen3HttpClient';
import { createTar } from './__testUtils__/createTar';
import { ChartStore } from './ChartStore';

// These tests start servers, which may take a while on a busy machine.
jest.setTimeout(60_000);

const { signal } = new AbortController();

describe('a Helm repository on a server', () => {
  let authority: TestAuthority;
  const cleanUp: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    authority = await createTestAuthority();
  });
  afterAll(() => authority.remove());
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) {
      // One after the other: clients first, then the servers they talk to.
      // eslint-disable-next-line no-await-in-loop
      await step();
    }
  });

  async function read(listener: RequestListener) {
    const certificate = await authority.issue({ hostname: 'helm.example' });
    const server = await startTestServer(certificate, listener);
    const client = Gen3HttpClient.fromConfig(
      new ConfigReader({
        gen3: {
          http: {
            allowPrivateAddresses: ['127.0.0.1'],
            caFile: authority.caFile,
            connectTo: [
              {
                host: 'helm.example',
                address: '127.0.0.1',
                port: server.port,
              },
            ],
          },
        },
      }),
    );
    const store = ChartStore.create({ client });
    cleanUp.push(
      () => server.stop(),
      () => client.close(),
      () => store.close(),
    );
    const chart = await store.get(
      {
        repoUrl: 'https://helm.example/charts',
        chart: 'gen3',
        revision: '1.0.0',
      },
      { signal },
    );
    return store.readDefaults(chart);
  }

  const archive = createTar([
    {
      path: 'gen3/Chart.yaml',
      content: 'apiVersion: v2\nname: gen3\nversion: 1.0.0',
    },
    { path: 'gen3/values.yaml', content: 'a: 1' },
  ]);
  const digest = createHash('sha256').update(archive).digest('hex');
  const index = (url: string) =>
    `apiVersion: v1\nentries:\n  gen3:\n  - version: 1.0.0\n    digest: ${digest}\n    urls: [${url}]\n`;

  it('is read, also where it leads on', async () => {
    const defaults = await read(({ url }, response) => {
      if (url === '/charts/index.yaml') {
        response.end(index('gen3-1.0.0.tgz'));
      } else if (url === '/charts/gen3-1.0.0.tgz') {
        response.writeHead(302, { location: '/elsewhere?signed=1' }).end();
      } else {
        response.end(url === '/elsewhere?signed=1' ? archive : 'no');
      }
    });
    expect(defaults).toEqual({ a: 1 });
  });

  it.each([
    ['a private address', 'https://169.254.169.254/latest/meta-data'],
    ['http', 'http://helm.example/gen3.tgz'],
    ['credentials', 'https://a:geheim@helm.example/gen3.tgz'],
    ['a file', 'file:///etc/passwd'],
  ])('does not lead the portal to %s', async (_, url) => {
    const failure = read((__, response) => response.end(index(url)));
    await expect(failure).rejects.toMatchObject({
      name: 'ChartError',
      reason: 'unreachable',
    });
    await expect(failure).rejects.not.toThrow(/geheim/);
  });
});
