import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { HostedRepository } from './HostedRepository';

const REPOSITORY = 'https://github.com/org/gitops';
const { signal } = new AbortController();

/** A host that has files by branch; asks for anything else are not found. */
function hostWith(branches: Record<string, Record<string, string>>) {
  const asked: string[] = [];
  const reader: UrlReaderService = {
    ...mockServices.urlReader.mock(),
    async readUrl(url) {
      asked.push(url);
      const [branch = '', ...path] = url
        .slice(`${REPOSITORY}/blob/`.length)
        .split('/');
      const text = branches[decodeURIComponent(branch)]?.[path.join('/')];
      if (text === undefined) throw new NotFoundError(url);
      return { buffer: async () => Buffer.from(text) };
    },
    async readTree(url, options) {
      const branch = url.slice(`${REPOSITORY}/tree/`.length);
      const files = branches[branch];
      if (!files) throw new NotFoundError(url);
      Object.keys(files).forEach(path => options?.filter?.(path));
      return {
        etag: '1',
        files: async () => [],
        archive: () => Promise.reject(new Error('not asked for')),
        dir: () => Promise.reject(new Error('not asked for')),
      };
    },
  };
  return {
    asked,
    repository: HostedRepository.create({
      reader,
      host: 'github',
      repository: REPOSITORY,
    }),
  };
}

const CHANGE = [
  { path: 'a/app.yaml', content: 'kind: Application' },
  { path: 'a/values.yaml', content: 'global: {}' },
];

const CHANGED = {
  'a/app.yaml': 'kind: Application',
  'a/values.yaml': 'global: {}',
};

const standing = (
  branches: Record<string, Record<string, string>>,
  files = CHANGE,
) =>
  hostWith(branches).repository.status({
    branch: 'launch',
    base: 'main',
    files,
    signal,
  });

describe('a repository at a host', () => {
  it('reads files of a branch, and says which are not there', async () => {
    const { repository } = hostWith({ main: { 'a.yaml': 'x: ü' } });
    await expect(
      repository.readFiles({
        ref: 'main',
        paths: ['a.yaml', 'c.yaml'],
        signal,
      }),
    ).resolves.toEqual(
      new Map([
        ['a.yaml', 'x: ü'],
        ['c.yaml', undefined],
      ]),
    );
  });

  it('throws what the host says besides', async () => {
    const reader = mockServices.urlReader.mock({
      readUrl: async () => {
        throw new Error('rate limit');
      },
    });
    const repository = HostedRepository.create({
      reader,
      host: 'github',
      repository: REPOSITORY,
    });
    await expect(
      repository.readFiles({ ref: 'main', paths: ['a'], signal }),
    ).rejects.toThrow('rate limit');
  });

  it('finds files by their paths', async () => {
    const { repository } = hostWith({
      main: { 'b/x.yaml': '', 'a/x.yaml': '', c: '' },
    });
    await expect(
      repository.findFiles({
        ref: 'main',
        matching: path => path.endsWith('x.yaml'),
        signal,
      }),
    ).resolves.toEqual(['a/x.yaml', 'b/x.yaml']);
  });

  it.each([
    [
      'open while the base has none of it',
      { main: {}, launch: CHANGED },
      'open',
    ],
    [
      'open while the base has half of it',
      { main: { 'a/app.yaml': 'kind: Application' }, launch: CHANGED },
      'open',
    ],
    [
      'open when reviewers altered it',
      { main: {}, launch: { 'a/app.yaml': 'x' } },
      'open',
    ],
    [
      'merged when the base has all of it',
      { main: CHANGED, launch: CHANGED },
      'merged',
    ],
    [
      'merged when its branch is deleted afterwards',
      { main: CHANGED },
      'merged',
    ],
    ['gone when its branch is deleted without', { main: {} }, 'gone'],
  ])('takes a change for %s', async (_, branches, state) => {
    await expect(standing(branches)).resolves.toEqual({ state });
  });

  it.each([
    ['open', { main: CHANGED }],
    ['merged', { main: {} }],
  ])('takes a change that removes files for %s', async (state, branches) => {
    const files = CHANGE.map(({ path }) => ({ path, content: undefined }));
    await expect(
      hostWith(branches).repository.status({
        branch: 'launch',
        base: 'main',
        files,
        signal,
      }),
    ).resolves.toEqual({ state });
  });

  it('takes no change that removes files for merged where nothing can be read', async () => {
    const files = CHANGE.map(({ path }) => ({ path, content: undefined }));
    await expect(
      hostWith({}).repository.status({
        branch: 'launch',
        base: 'main',
        files,
        signal,
      }),
    ).rejects.toThrow(NotFoundError);
  });

  it('asks the host no more than it needs to', async () => {
    const { asked, repository } = hostWith({ main: {}, launch: CHANGED });
    await repository.status({
      branch: 'launch',
      base: 'main',
      files: CHANGE,
      signal,
    });
    expect(asked).toHaveLength(2);
  });
});
