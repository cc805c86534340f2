import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { applicationYaml } from '../__testUtils__/applicationYaml';
import { InMemoryRepository } from '../__testUtils__/InMemoryRepository';
import {
  createTestReader,
  readGitops,
  summaryOf,
} from '../__testUtils__/readGitops';
import { parseVersion } from './readingVersion';

const signal = new AbortController().signal;
const app = 'prod/heart.example.org/app.yaml';
const values = 'prod/heart.example.org/values.yaml';

async function readAgain(
  repository: InMemoryRepository,
  knownVersion?: string,
  options = {},
) {
  return createTestReader(repository, options).read({ knownVersion, signal });
}

async function readFirst(repository: InMemoryRepository) {
  const reading = await readAgain(repository);
  if (reading === 'unchanged') throw new Error('Nothing was known before');
  return reading;
}

describe('createGitopsReader', () => {
  it('reads value files at the revision that their source names', async () => {
    const members = await readGitops(
      {
        [app]: applicationYaml({
          values: ['$values/ai/values.yaml'],
          revision: 'feat/ai',
        }),
        'ai/values.yaml': 'global: { hostname: wrong.example.org }\n',
      },
      {
        branches: {
          'feat/ai': {
            'ai/values.yaml': 'global: { hostname: ai.example.org }\n',
          },
        },
      },
    );
    expect(summaryOf(members)).toEqual([
      {
        member: app,
        hostname: 'ai.example.org',
        from: 'values',
        codes: ['folder-is-not-hostname'],
      },
    ]);
  });

  it('is unchanged as long as every revision that it used is', async () => {
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml({
          values: [`$values/${values}`],
          revision: 'feat/ai',
        }),
      },
      'feat/ai': { [values]: 'global: { hostname: heart.example.org }\n' },
    });
    const { version } = await readFirst(repository);
    repository.reads.length = 0;
    await expect(readAgain(repository, version)).resolves.toBe('unchanged');
    expect(repository.reads).toEqual([]);

    repository.branches['feat/ai'] = {
      [values]: 'global: { hostname: lung.example.org }\n',
    };
    await expect(readAgain(repository, version)).resolves.toMatchObject({
      members: [{ commons: { hostname: 'lung.example.org' } }],
    });
  });

  it('says of a commons why the way the repository is read does not get at the revision of its values', async () => {
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml({
          values: [`$values/${values}`],
          revision: 'v1',
        }),
      },
    });
    const open = repository.open.bind(repository);
    repository.open = async options => {
      const snapshot = await open(options);
      if (snapshot === 'unchanged') return snapshot;
      const atRevision = async () => ({ unreadable: 'branches only' });
      return { ...snapshot, atRevision };
    };
    const { members, version = '' } = await readFirst(repository);
    expect(members).toMatchObject([
      {
        commons: { hostname: 'heart.example.org', hostnameFrom: 'folder' },
        findings: [
          {
            code: 'values-revision-unreadable',
            message: expect.stringContaining('branches only'),
          },
        ],
        incomplete: true,
      },
    ]);
    expect(parseVersion(version)?.others).toEqual(new Map([['v1', undefined]]));
  });

  // Every one was opened, and asked for one after the other at each run: hundreds took more time than a run has.
  it('opens no more than 50 revisions, says so of what names others, and asks again for those that may move', async () => {
    const tree = (name: string) => ({
      [`prod/${name}.example.org/values.yaml`]: `global: { hostname: ${name}.example.org }`,
    });
    const named = (index: number) => `c${String(index).padStart(2, '0')}`;
    const names = Array.from({ length: 52 }, (_, index) => named(index));
    const commit = 'c0'.repeat(20);
    const revisionOf = (name: string) => (name === 'c00' ? commit : name);
    const repository = new InMemoryRepository({
      main: Object.fromEntries(
        names.map(name => [
          `prod/${name}.example.org/app.yaml`,
          applicationYaml({
            name,
            values: [`$values/prod/${name}.example.org/values.yaml`],
            revision: revisionOf(name),
          }),
        ]),
      ),
      ...Object.fromEntries(names.map(name => [revisionOf(name), tree(name)])),
    });
    const peeked: string[] = [];
    const peek = repository.peek.bind(repository);
    repository.peek = async options => {
      peeked.push(options.revision);
      return peek(options);
    };

    const { members, version } = await readFirst(repository);
    expect(members).toHaveLength(52);
    expect(
      members
        .slice(0, 50)
        .every(each => each.kind === 'commons' && !each.incomplete),
    ).toBe(true);
    for (const beyond of members.slice(50)) {
      expect(beyond).toMatchObject({
        incomplete: true,
        findings: [
          {
            code: 'values-revision-unreadable',
            message: expect.stringContaining('more than 50 revisions'),
            fix: expect.stringContaining('fewer different targetRevisions'),
          },
        ],
      });
    }
    await expect(readAgain(repository, version)).resolves.toBe('unchanged');
    expect(peeked).toEqual(names.slice(1, 50));
  });

  // An empty targetRevision is the default branch, as Argo CD has it; it once kept every run reading everything.
  it('takes an empty revision for the default branch', async () => {
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml({
          values: [`$values/${values}`],
          revision: "''",
        }),
        [values]: 'global: { hostname: heart.example.org }',
      },
    });
    const { members, version } = await readFirst(repository);
    expect(members).toMatchObject([{ commons: { hostnameFrom: 'values' } }]);
    await expect(readAgain(repository, version)).resolves.toBe('unchanged');
  });

  it('reads again when a revision that was missing appears', async () => {
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml({
          values: [`$values/${values}`],
          revision: 'soon',
        }),
      },
    });
    const { version } = await readFirst(repository);
    await expect(readAgain(repository, version)).resolves.toBe('unchanged');
    repository.branches.soon = {
      [values]: 'global: { hostname: soon.example.org }\n',
    };
    await expect(readAgain(repository, version)).resolves.toMatchObject({
      members: [{ commons: { hostname: 'soon.example.org' } }],
    });
  });

  it('reads again when config asks other questions of the same commit', async () => {
    const repository = new InMemoryRepository({
      main: { [app]: applicationYaml() },
    });
    const { version } = await readFirst(repository);
    await expect(
      readAgain(repository, version, { charts: ['other'] }),
    ).resolves.not.toBe('unchanged');
    await expect(readAgain(repository, 'nonsense')).resolves.not.toBe(
      'unchanged',
    );
  });

  it('reads again when helm could not run, although no file changed', async () => {
    const repository = new InMemoryRepository({
      main: {
        'prod/heart.example.org/Chart.yaml': 'name: heart',
        'prod/heart.example.org/templates/app.yaml': `${applicationYaml()}# {{ 1 }}\n`,
      },
    });
    const helm = HelmRenderer.create({ binary: 'no-such-helm' });
    const reading = await readAgain(repository, undefined, { helm });
    if (reading === 'unchanged') throw new Error('Nothing was known before');
    expect(summaryOf(reading.members)).toMatchObject([
      { hostname: 'heart.example.org', quarantined: 'chart-not-rendered' },
    ]);
    await expect(
      readAgain(repository, reading.version, { helm }),
    ).resolves.not.toBe('unchanged');
  });

  it('gives a version that begins with the commit', async () => {
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml({ values: [`$values/${values}`] }),
        [values]: '',
      },
    });
    const { version = '' } = await readFirst(repository);
    const opened = await repository.open({});
    const commit = opened === 'unchanged' ? '' : opened.version;
    expect(version.startsWith(commit)).toBe(true);
    expect(parseVersion(version)).toEqual({
      main: commit,
      others: new Map([['main', commit]]),
      rules: expect.stringMatching(/^\w{8}$/),
    });
  });

  it('gives the same reading for the same files', async () => {
    const repository = new InMemoryRepository({
      main: Object.fromEntries(
        ['b', 'a', 'c'].flatMap(name => [
          [`prod/${name}.example.org/app.yaml`, applicationYaml({ name })],
        ]),
      ),
    });
    const first = await readFirst(repository);
    expect(await readFirst(repository)).toEqual(first);
    expect(first.members.map(each => each.member)).toEqual([
      'prod/a.example.org/app.yaml',
      'prod/b.example.org/app.yaml',
      'prod/c.example.org/app.yaml',
    ]);
  });

  it('builds only those members again whose files changed', async () => {
    const branch = (heart: string) => ({
      [app]: applicationYaml({ values: [`$values/${values}`] }),
      [values]: `global: { hostname: ${heart} }`,
      'prod/lung.example.org/app.yaml': applicationYaml({ name: 'lung' }),
    });
    const repository = new InMemoryRepository({
      main: branch('heart.example.org'),
    });
    const reader = createTestReader(repository);
    const first = await reader.read({ signal });
    repository.branches.main = branch('heart2.example.org');
    const second = await reader.read({ signal });
    if (first === 'unchanged' || second === 'unchanged') {
      throw new Error('Nothing was known before');
    }
    expect(summaryOf(second.members).map(each => each.hostname)).toEqual([
      'heart2.example.org',
      'lung.example.org',
    ]);
    expect(second.members[1]).toBe(first.members[1]);
  });

  it('says which Applications of a cluster share a name, and keeps all of them', async () => {
    const application = applicationYaml({ name: 'gen3-heart' });
    const members = await readGitops({
      'prod/a.example.org/app.yaml': application,
      'prod/b.example.org/app.yaml': application,
      'test/c.example.org/app.yaml': application,
    });
    expect(summaryOf(members).map(each => each.codes)).toEqual([
      ['application-name-shared'],
      ['application-name-shared'],
      [],
    ]);
  });

  it('keeps apart Applications of one file that have the same name', async () => {
    const application = applicationYaml({
      values: ['$values/v.yaml'],
    });
    const members = await readGitops({
      'apps.yaml': `${application}---\n${application}`,
      'v.yaml': 'global: { hostname: heart.example.org }\n',
    });
    expect(members.map(each => each.member)).toEqual([
      'apps.yaml#gen3-heart',
      'apps.yaml#gen3-heart-2',
    ]);
  });

  // A known commons once disappeared without a word when its chart was changed to one that does not look like gen3.
  it('names what it does not take for a commons, by the key that it would have', async () => {
    const other = { chart: 'path: helm/gen3-next', chartRepository: 'x' };
    const repository = new InMemoryRepository({
      main: {
        [app]: applicationYaml(other),
        'apps.yaml': [
          applicationYaml({ name: 'lung' }),
          applicationYaml({ name: 'heart', ...other }),
          applicationYaml({ name: 'lung', ...other }),
        ].join('---\n'),
      },
    });
    const { members, other: found } = await readFirst(repository);
    expect(members.map(each => each.member)).toEqual(['apps.yaml#lung']);
    expect(found).toEqual(['apps.yaml#heart', app]);
  });

  it('takes a repository on this machine for the one that the Applications name', async () => {
    const files = {
      [app]: applicationYaml({
        values: [`$values/${values}`, 'values.yaml'],
        repository: 'https://github.example/org/original',
      }),
      [values]: 'global: { hostname: heart.example.org }\n',
    };
    const local = await readGitops(files, { url: 'file:///data/gitops.git' });
    // What is elsewhere are the chart's own defaults: of the commons, nothing is missing.
    expect(local[0]).not.toHaveProperty('incomplete');
    expect(local).toMatchObject([
      {
        commons: { hostname: 'heart.example.org', hostnameFrom: 'values' },
        findings: [
          {
            code: 'values-elsewhere',
            message: expect.stringContaining('"helm/gen3/values.yaml"'),
          },
        ],
      },
    ]);
    const aliased = await readGitops(files, {
      aliases: ['git@github.example:org/original.git'],
    });
    expect(aliased).toMatchObject([{ commons: { hostnameFrom: 'values' } }]);
  });

  it('throws when the repository cannot be read', async () => {
    const repository = new InMemoryRepository({ main: {} });
    repository.open = async () => {
      throw new Error('unreachable');
    };
    await expect(readAgain(repository)).rejects.toThrow('unreachable');
  });

  it('ends when it is aborted', async () => {
    const repository = new InMemoryRepository({
      main: { [app]: applicationYaml() },
    });
    await expect(
      createTestReader(repository).read({
        signal: AbortSignal.abort(new Error('enough')),
      }),
    ).rejects.toThrow('enough');
  });
});
