import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { tarOf } from '../__testUtils__/archives';
import { createSnapshotRepository } from './createSnapshotRepository';

const signal = new AbortController().signal;
const archive = gzipSync(tarOf({ 'a.yaml': 'a: 1', 'b.yaml': '' }, 'r'));

const servers: ReturnType<typeof createServer>[] = [];

/** A host that answers by path; all else is a 404. */
async function startHost(
  answers: Record<string, { status?: number; body: Buffer | object | string }>,
) {
  const server = createServer(
    (request: IncomingMessage, response: ServerResponse) => {
      const path = decodeURIComponent(request.url ?? '');
      const key = Object.keys(answers).find(each => path.startsWith(each));
      const { status = 200, body } =
        key === undefined ? { status: 404, body: '' } : answers[key];
      const isRaw = Buffer.isBuffer(body) || typeof body === 'string';
      response.writeHead(status).end(isRaw ? body : JSON.stringify(body));
    },
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  return `127.0.0.1:${address.port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A repository that Backstage's own readers read. */
function createRepository(options: {
  integrations: object;
  url: string;
  branch?: string;
}) {
  const config = mockServices.rootConfig({
    data: { integrations: options.integrations },
  });
  const logger = mockServices.logger.mock();
  return createSnapshotRepository({
    url: options.url,
    branch: options.branch,
    reader: 'auto',
    urlReader: UrlReaders.default({ config, logger }),
    integrations: ScmIntegrations.fromConfig(config),
  });
}

describe("a repository that Backstage's own reader of a host reads", () => {
  // An Application that named a tag once kept the whole repository from being read.
  it('is read on Bitbucket Server, where other revisions may only be branches', async () => {
    const api = '/rest/api/1.0/projects/P/repos/r';
    const branch = { displayId: 'main', latestCommit: 'c'.repeat(40) };
    const host = await startHost({
      [`${api}/branches?filterText=main`]: {
        body: { size: 1, values: [branch] },
      },
      [`${api}/branches?filterText=ma`]: {
        body: { size: 1, values: [branch] },
      },
      [`${api}/branches?filterText=v1`]: { body: { size: 0, values: [] } },
      [`${api}/archive`]: { body: archive },
    });
    const repository = createRepository({
      integrations: {
        bitbucketServer: [
          { host, apiBaseUrl: `http://${host}/rest/api/1.0`, token: 't' },
        ],
      },
      url: `https://${host}/projects/P/repos/r`,
      branch: 'main',
    });
    const snapshot = await repository.open({ signal });
    if (snapshot === 'unchanged') throw new Error('Nothing was known before');
    await expect(snapshot.readFile('b.yaml')).resolves.toBe('');
    for (const revision of ['v1', 'ma']) {
      await expect(snapshot.atRevision(revision)).resolves.toEqual({
        unreadable: expect.stringMatching(
          /there is no such branch, and Backstage's reader of bitbucketServer finds branches only: .* "reader: git"/,
        ),
      });
      await expect(
        repository.peek({ revision, knownVersion: '', signal }),
      ).resolves.toBe('missing');
    }
  });

  it('is not taken for empty when Gitea refuses its archive', async () => {
    const api = '/api/v1/repos/o/r';
    const host = await startHost({
      [`${api}/git/commits/main`]: { body: { sha: 'c1' } },
      [`${api}/archive/main.tar.gz`]: {
        status: 403,
        body: { message: 'token does not have the scope' },
      },
    });
    const repository = createRepository({
      integrations: { gitea: [{ host, baseUrl: `http://${host}` }] },
      url: `http://${host}/o/r`,
      branch: 'main',
    });
    await expect(repository.open({ signal })).rejects.toThrow(
      /sent an archive without a single file/,
    );
  });

  it.each([
    ['a status', { status: 401, body: '' }, '401 Unauthorized'],
    [
      'a page',
      { status: 203, body: '<html>log in</html>' },
      'a page, not data',
    ],
  ])(
    'says which token to correct when the host answers with %s',
    async (_, answer, shown) => {
      const host = await startHost({ '/api/v3': answer });
      const repository = createRepository({
        integrations: {
          github: [
            { host, apiBaseUrl: `http://${host}/api/v3`, token: 'geheim' },
          ],
        },
        url: `https://${host}/org/gitops`,
        branch: 'main',
      });
      const failure = repository.open({ signal });
      await expect(failure).rejects.toThrow(
        `the host "${host}" answers "${shown}"; correct its token below "integrations.github"`,
      );
      await expect(failure).rejects.not.toThrow(/geheim|log in/);
      await expect(
        repository.peek({ revision: 'other', knownVersion: '', signal }),
      ).rejects.toThrow('correct its token');
    },
  );
});
