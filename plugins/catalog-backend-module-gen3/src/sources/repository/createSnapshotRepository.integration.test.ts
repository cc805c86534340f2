import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textIn } from '../__testUtils__/textIn';
import { createSnapshotRepository } from './createSnapshotRepository';
import { RepositorySnapshot } from './RepositorySnapshot';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const signal = new AbortController().signal;
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [{ host: 'gitea.example' }],
      gitlab: [
        {
          host: 'gitlab.example',
          apiBaseUrl: 'https://gitlab.example/api/v4',
        },
      ],
    },
  }),
);

/** Trees by URL; a reader that answers as Backstage's do. */
function createUrlReader(
  trees: Record<string, { etag: string; files: Record<string, string> }>,
) {
  const reader = mockServices.urlReader.mock();
  reader.readTree.mockImplementation(async (url, options) => {
    const tree = trees[url];
    if (!tree) throw new NotFoundError(`No ${url}`);
    if (options?.etag === tree.etag) throw new NotModifiedError();
    const files = Object.entries(tree.files)
      .filter(([path, text]) =>
        options?.filter ? options.filter(path, { size: text.length }) : true,
      )
      .map(([path, text]) => ({
        path,
        content: async () => Buffer.from(text),
      }));
    return {
      etag: tree.etag,
      files: async () => files,
      archive: async () => {
        throw new Error('Nobody asks for it');
      },
      dir: async () => '',
    };
  });
  return reader;
}

async function open(
  repository: ReturnType<typeof createSnapshotRepository>,
): Promise<RepositorySnapshot> {
  const snapshot = await repository.open({ signal });
  if (snapshot === 'unchanged') throw new Error('Nothing was known before');
  return snapshot;
}

async function openAt(
  snapshot: RepositorySnapshot,
  revision: string,
): Promise<RepositorySnapshot> {
  const other = await snapshot.atRevision(revision);
  if (!other || 'unreadable' in other) throw new Error(`No ${revision}`);
  return other;
}

describe('a repository behind an integration', () => {
  const repository = 'https://github.com/org/gitops';
  const urlReader = createUrlReader({
    [`${repository}/tree/main`]: {
      etag: 'c1',
      files: {
        'b.yaml': 'b: 1',
        'a/Chart.yaml': 'name: a',
        'logo.png': 'x',
        'large.yaml': 'x'.repeat(6 * 1024 * 1024),
      },
    },
    [`${repository}/tree/feat%252Fai`]: {
      etag: 'c2',
      files: { 'b.yaml': 'b: 2' },
    },
    [`${repository}/tree/twin`]: { etag: 'c1', files: {} },
  });
  const create = (branch = 'main') =>
    createSnapshotRepository({
      url: `${repository}.git`,
      branch,
      reader: 'auto',
      urlReader,
      integrations,
    });

  it('lists and reads the files that a source may want', async () => {
    const snapshot = await open(create());
    expect(snapshot.version).toBe('c1');
    await expect(snapshot.listFiles()).resolves.toEqual([
      'a/Chart.yaml',
      'b.yaml',
      'large.yaml',
    ]);
    await expect(textIn(snapshot, 'b.yaml')).resolves.toBe('b: 1');
    const absent = ['gone.yaml', 'large.yaml'];
    expect([...(await snapshot.readFiles(absent)).values()]).toEqual([
      { kind: 'missing' },
      { kind: 'too-large', size: 6291456 },
    ]);
  });

  it('is unchanged at the known version', async () => {
    await expect(create().open({ knownVersion: 'c1', signal })).resolves.toBe(
      'unchanged',
    );
    const peek = (revision: string, knownVersion: string) =>
      create().peek({ revision, knownVersion, signal });
    await expect(peek('feat/ai', 'c2')).resolves.toBe('unchanged');
    await expect(peek('feat/ai', 'c1')).resolves.toBe('changed');
    await expect(peek('gone', 'c1')).resolves.toBe('missing');
  });

  it('reads other revisions, and is itself at one of the same commit', async () => {
    const snapshot = await open(create());
    const other = await openAt(snapshot, 'feat/ai');
    await expect(textIn(other, 'b.yaml')).resolves.toBe('b: 2');
    await expect(snapshot.atRevision('twin')).resolves.toBe(snapshot);
    await expect(snapshot.atRevision('gone')).resolves.toBeUndefined();
  });

  it('says where a file is, by branch', async () => {
    const snapshot = await open(create());
    expect(snapshot.locate('prod/heart/app.yaml')).toEqual({
      repo: repository,
      path: 'prod/heart/app.yaml',
      location: `url:${repository}/blob/main/prod/heart/app.yaml`,
      viewUrl: `${repository}/tree/main/prod/heart`,
    });
  });

  it('says that a branch was not found', async () => {
    await expect(create('gone').open({ signal })).rejects.toThrow(
      `The repository "${repository}" or its branch "gone" was not found`,
    );
  });

  it('keeps the reason when the host fails', async () => {
    const failing = mockServices.urlReader.mock();
    failing.readTree.mockRejectedValue(new Error('rate limit exceeded'));
    const failed = createSnapshotRepository({
      url: repository,
      reader: 'auto',
      urlReader: failing,
      integrations,
    });
    await expect(failed.open({ signal })).rejects.toThrow(
      /rate limit exceeded/,
    );
  });

  it.each([
    ['https://gitlab.example/g/r', 'feat/x', /set "reader: git"/],
    ['https://gitea.example/g/r', undefined, /needs a "branch"/],
  ])('says of %s at %s what to configure', async (url, branch, message) => {
    const asked = createSnapshotRepository({
      url,
      branch,
      reader: 'auto',
      urlReader,
      integrations,
    });
    await expect(asked.open({ signal })).rejects.toThrow(message);
  });

  // One Application with such a targetRevision once kept the whole source from being read.
  it('says what the reader of a host cannot be told, or takes it for the configured branch', async () => {
    const files = { 'README.md': '' };
    const trees = {
      'https://gitlab.example/g/r/-/tree/main': { etag: 'c1', files },
      'https://gitea.example/g/r/src/branch/main': { etag: 'c1', files },
    };
    const [gitlab, gitea] = ['gitlab', 'gitea'].map(host =>
      createSnapshotRepository({
        url: `https://${host}.example/g/r`,
        branch: 'main',
        reader: 'auto',
        urlReader: createUrlReader(trees),
        integrations,
      }),
    );
    const snapshot = await open(gitlab);
    await expect(snapshot.atRevision('feat/x')).resolves.toEqual({
      unreadable: expect.stringMatching(/gitlab cannot be told a branch/),
    });
    await expect(
      gitlab.peek({ revision: 'feat/x', knownVersion: '', signal }),
    ).resolves.toBe('missing');
    const other = await open(gitea);
    await expect(other.atRevision('HEAD')).resolves.toBe(other);
  });

  it.each([
    [
      'https://me:geheim@git.example/o/r',
      /The host "git\.example" of "https:\/\/git\.example\/o\/r" has no integration: add "host: git\.example" .*"integrations", or set "reader: git"/,
    ],
    ['nonsense', /"nonsense" is not a URL of a git repository/],
    ['/data/gitops.git', /is not a URL of a git repository/],
  ])('refuses %s with the line of config to add', (url, message) => {
    expect(() =>
      createSnapshotRepository({
        url,
        reader: 'auto',
        urlReader,
        integrations,
      }),
    ).toThrow(message);
  });
});

describe('a repository that only git can read', () => {
  let folder: string;
  let url: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen3-test-repository-'));
    const work = join(folder, 'work');
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@t.t', ...args],
        {
          cwd: work,
          stdio: 'pipe',
        },
      );
    mkdirSync(work);
    git('init', '-q', '--initial-branch=main');
    writeFileSync(join(work, 'a.yaml'), 'a: 1');
    writeFileSync(join(work, 'a.png'), 'x');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    git('checkout', '-q', '-b', 'feat/ai');
    writeFileSync(join(work, 'a.yaml'), 'a: 2');
    git('commit', '-q', '-a', '-m', 'two');
    git('checkout', '-q', 'main');
    git('branch', 'twin');
    url = `file://${work}/.git`;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const create = (branch?: string) =>
    createSnapshotRepository({
      url,
      branch,
      reader: 'auto',
      urlReader: mockServices.urlReader.mock(),
      integrations,
      workingDirectory: folder,
    });

  it('lists and reads files, at other revisions too', async () => {
    const snapshot = await open(create());
    await expect(snapshot.listFiles()).resolves.toEqual(['a.yaml']);
    await expect(textIn(snapshot, 'a.yaml')).resolves.toBe('a: 1');
    const other = await openAt(snapshot, 'feat/ai');
    await expect(textIn(other, 'a.yaml')).resolves.toBe('a: 2');
    await expect(snapshot.atRevision('twin')).resolves.toBe(snapshot);
    await expect(snapshot.atRevision('gone')).resolves.toBeUndefined();
    expect(snapshot.locate('a.yaml').location).toBe(`git:${url}//a.yaml`);
  });

  it('is unchanged at the known commit', async () => {
    const { version } = await open(create('main'));
    await expect(
      create('main').open({ knownVersion: version, signal }),
    ).resolves.toBe('unchanged');
    await expect(
      create().peek({ revision: 'feat/ai', knownVersion: version, signal }),
    ).resolves.toBe('changed');
  });

  // One Application with such a targetRevision once kept the whole source from being read.
  it.each(['v1.*', 'main~1', '>= 1.0', 'f'.repeat(40)])(
    'has no revision %p, and does not fail over it',
    async revision => {
      const snapshot = await open(create());
      await expect(snapshot.atRevision(revision)).resolves.toBeUndefined();
      const peeked = await create().peek({
        revision,
        knownVersion: '',
        signal,
      });
      expect(peeked).not.toBe('unchanged');
    },
  );

  it('names a branch that does not exist', async () => {
    await expect(create('gone').open({ signal })).rejects.toThrow(
      /has no branch or tag "gone": correct "branch"/,
    );
  });
});
