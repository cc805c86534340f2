import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createServer, IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../__testUtils__/archives';
import { textIn } from '../__testUtils__/textIn';
import { createSnapshotRepository } from './createSnapshotRepository';

const signal = new AbortController().signal;
const FILES = { 'a.yaml': 'a: 1', 'b.yaml': '' };
const archive = gzipSync(tarOf(FILES, 'r'));

interface Answer {
  status?: number;
  body: Buffer | object | string;
}

const servers: ReturnType<typeof createServer>[] = [];

/**
 * A host that answers by the beginning of the path, the longest first; all else is a 404.
 *
 * @returns its name with port, and the paths that it was asked for
 */
async function startHost(
  answers: Record<string, Answer> | ((host: string) => Record<string, Answer>),
  options: { authorization?: string } = {},
) {
  const asked: string[] = [];
  let host = '';
  const answerTo = (request: IncomingMessage): Answer => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    const { authorization = request.headers.authorization } = options;
    if (request.headers.authorization !== authorization) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    const all = typeof answers === 'function' ? answers(host) : answers;
    const [key = ''] = Object.keys(all)
      .filter(each => path.startsWith(each))
      .sort((one, other) => other.length - one.length);
    return all[key] ?? { status: 404, body: '' };
  };
  const server = createServer((request, response) => {
    const { status = 200, body } = answerTo(request);
    const isRaw = Buffer.isBuffer(body) || typeof body === 'string';
    response.writeHead(status).end(isRaw ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  host = `127.0.0.1:${address.port}`;
  return { host, asked };
}

afterEach(() => {
  jest.restoreAllMocks();
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

/** What a host of a kind says of the branch `main` of a repository. */
interface HostCase {
  kind: string;
  integration(host: string, token: string): object;
  url(host: string): string;
  /** `Authorization` that the token `right` makes. */
  authorization: string;
  /** Version of the branch, as Backstage's reader has it. */
  version: string;
  /** Beginning of the paths at which files are asked for. */
  archive: string;
  answers(host: string): Record<string, Answer>;
  /** Without a branch, its reader is not asked or cannot be led to the host of a test. */
  needsBranch?: boolean;
}

const COMMIT = 'c'.repeat(40);
const basic = (user: string) =>
  `Basic ${Buffer.from(`${user}:right`).toString('base64')}`;

const HOSTS: HostCase[] = [
  {
    kind: 'github',
    integration: (host, token) => ({
      host,
      apiBaseUrl: `http://${host}/api/v3`,
      token,
    }),
    url: host => `https://${host}/o/r`,
    authorization: 'Bearer right',
    version: COMMIT,
    archive: '/api/v3/repos/o/r/tarball/',
    answers: host => ({
      '/api/v3/repos/o/r/commits/main/status': {
        body: {
          sha: COMMIT,
          repository: {
            archive_url: `http://${host}/api/v3/repos/o/r/{archive_format}{/ref}`,
          },
        },
      },
      [`/api/v3/repos/o/r/tarball/${COMMIT}`]: { body: archive },
    }),
  },
  {
    kind: 'gitlab',
    integration: (host, token) => ({
      host,
      apiBaseUrl: `http://${host}/api/v4`,
      token,
    }),
    url: host => `https://${host}/o/r`,
    authorization: 'Bearer right',
    version: COMMIT,
    archive: '/api/v4/projects/o/r/repository/archive',
    answers: () => ({
      '/api/v4/projects/o/r': { body: { default_branch: 'trunk' } },
      '/api/v4/projects/o/r/repository/commits?ref_name=main': {
        body: [{ id: COMMIT }],
      },
      '/api/v4/projects/o/r/repository/archive?sha=main': { body: archive },
    }),
  },
  {
    kind: 'bitbucketCloud',
    // It asks for the default branch with a client of its own (cross-fetch), which no test leads elsewhere.
    needsBranch: true,
    integration: (_, token) => ({ username: 'me', token }),
    url: () => 'https://bitbucket.org/o/r',
    authorization: basic('me'),
    version: COMMIT.slice(0, 12),
    archive: '/o/r/get/',
    answers: () => ({
      '/2.0/repositories/o/r/commits/main': {
        body: { values: [{ hash: COMMIT }] },
      },
      '/o/r/get/main.tar.gz': { body: archive },
    }),
  },
  {
    kind: 'bitbucketServer',
    integration: (host, token) => ({
      host,
      apiBaseUrl: `http://${host}/rest/api/1.0`,
      token,
    }),
    url: host => `https://${host}/projects/P/repos/r`,
    authorization: 'Bearer right',
    version: COMMIT.slice(0, 12),
    archive: '/rest/api/1.0/projects/P/repos/r/archive',
    answers: () => ({
      '/rest/api/1.0/projects/P/repos/r/branches?filterText=main': {
        body: {
          size: 1,
          values: [{ displayId: 'main', latestCommit: COMMIT }],
        },
      },
      '/rest/api/1.0/projects/P/repos/r/archive': { body: archive },
    }),
  },
  {
    kind: 'azure',
    integration: (host, token) => ({
      host,
      credentials: [{ personalAccessToken: token }],
    }),
    url: host => `http://${host}/o/p/_git/r`,
    authorization: basic(''),
    version: COMMIT,
    archive: '/o/p/_apis/git/repositories/r/items',
    answers: () => ({
      '/o/p/_apis/git/repositories/r/commits': {
        body: { value: [{ commitId: COMMIT }] },
      },
      '/o/p/_apis/git/repositories/r/items': { body: zipOf(FILES) },
    }),
  },
  {
    kind: 'gitea',
    needsBranch: true,
    integration: (host, token) => ({
      host,
      baseUrl: `http://${host}`,
      password: token,
    }),
    url: host => `http://${host}/o/r`,
    authorization: 'token right',
    version: COMMIT,
    archive: '/api/v1/repos/o/r/archive/',
    answers: () => ({
      '/api/v1/repos/o/r/git/commits/main': { body: { sha: COMMIT } },
      '/api/v1/repos/o/r/archive/main.tar.gz': { body: archive },
    }),
  },
];

/** The addresses of Bitbucket Cloud are built into Backstage's reader, so they are led to the host of the test. */
function leadBitbucketTo(host: string) {
  const { fetch } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = String(input).replace(
      /^https:\/\/(api\.)?bitbucket\.org\//,
      `http://${host}/`,
    );
    return fetch(url, init);
  });
}

describe.each(HOSTS)('a repository that the reader of $kind reads', one => {
  async function start(
    options: {
      token?: string;
      /** What the host answers whatever the token; else it takes the right one. */
      answers?: Record<string, Answer>;
      branch?: string;
    } = {},
  ) {
    const { token = 'right', answers } = options;
    const { host, asked } = await startHost(
      answers ?? one.answers,
      answers ? {} : { authorization: one.authorization },
    );
    if (one.kind === 'bitbucketCloud') leadBitbucketTo(host);
    const repository = createRepository({
      integrations: { [one.kind]: [one.integration(host, token)] },
      url: one.url(host),
      branch: 'branch' in options ? options.branch : 'main',
    });
    return { repository, asked, name: new URL(one.url(host)).host };
  }

  it('gives its files, at the version of its branch', async () => {
    const { repository } = await start();
    const snapshot = await repository.open({ signal });
    if (snapshot === 'unchanged') throw new Error('Nothing was known before');
    expect(snapshot.version).toBe(one.version);
    await expect(snapshot.listFiles()).resolves.toEqual(Object.keys(FILES));
    for (const [path, text] of Object.entries(FILES)) {
      await expect(textIn(snapshot, path)).resolves.toBe(text);
    }
  });

  it('is unchanged at the known version, without its files', async () => {
    const { repository, asked } = await start();
    const knownVersion = one.version;
    await expect(repository.open({ knownVersion, signal })).resolves.toBe(
      'unchanged',
    );
    await expect(
      repository.peek({ revision: 'main', knownVersion, signal }),
    ).resolves.toBe('unchanged');
    expect(asked).not.toEqual([]);
    expect(asked.filter(path => path.startsWith(one.archive))).toEqual([]);
  });

  it.each([
    ['does not take it', undefined, '401 Unauthorized'],
    [
      'answers with a page to log in',
      { '/': { status: 203, body: '<html>log in</html>' } },
      'a page, not data',
    ],
  ])(
    'says which token to correct when the host %s',
    async (_, answers, shown) => {
      const { repository, name } = await start({ token: 'geheim', answers });
      const message = `the host "${name}" answers "${shown}"; correct its token below "integrations.${one.kind}"`;
      const failure = repository.open({ signal });
      await expect(failure).rejects.toThrow(message);
      await expect(failure).rejects.not.toThrow(/geheim|log in/);
      await expect(
        repository.peek({ revision: 'other', knownVersion: '', signal }),
      ).rejects.toThrow(message);
    },
  );

  // Azure and Bitbucket Server once spoke of the branch alone, also when the URL was wrong or the repository hidden.
  it.each(one.needsBranch ? ['main'] : ['main', undefined])(
    'says what to check when there is no such repository, with the branch %s',
    async branch => {
      const { repository } = await start({ answers: {}, branch });
      await expect(repository.open({ signal })).rejects.toThrow(
        `correct "url" and "branch", and check that the token below "integrations.${one.kind}" may read it`,
      );
    },
  );
});

describe("a repository that Backstage's own reader of a host reads", () => {
  // An Application that named a tag once kept the whole repository from being read.
  it('is read on Bitbucket Server, where other revisions may only be branches', async () => {
    const api = '/rest/api/1.0/projects/P/repos/r';
    const branch = { displayId: 'main', latestCommit: 'c'.repeat(40) };
    const { host } = await startHost({
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
    await expect(textIn(snapshot, 'b.yaml')).resolves.toBe('');
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
    const { host } = await startHost({
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
});
