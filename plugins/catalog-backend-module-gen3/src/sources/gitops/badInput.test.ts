import { applicationYaml } from '../__testUtils__/applicationYaml';
import { InMemoryRepository, Tree } from '../__testUtils__/InMemoryRepository';
import { createTestReader, readGitops } from '../__testUtils__/readGitops';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const app = 'prod/heart.example.org/app.yaml';
const values = 'prod/heart.example.org/values.yaml';

/** A good commons beside the bad one: nothing else may be affected. */
const neighbour: Tree = {
  'prod/lung.example.org/app.yaml': applicationYaml({
    name: 'lung',
    values: ['$values/prod/lung.example.org/values.yaml'],
  }),
  'prod/lung.example.org/values.yaml':
    'global: { hostname: lung.example.org }\n',
};

async function readOne(files: Tree, branches?: Record<string, Tree>) {
  const members = await readGitops({ ...neighbour, ...files }, { branches });
  expect(members.at(-1)).toMatchObject({
    kind: 'commons',
    commons: { hostname: 'lung.example.org' },
    findings: [],
  });
  expect(members).toHaveLength(2);
  return members[0];
}

function withValues(text: string): Tree {
  return {
    [app]: applicationYaml({ values: [`$values/${values}`] }),
    [values]: text,
  };
}

describe('bad input of a gitops source', () => {
  it.each([
    {
      what: 'a values file that is broken YAML',
      text: 'global:\n  hostname: heart.example.org\n  secret: "geheim\nx: [1\n',
      finding: { code: 'yaml-broken', file: values, line: expect.any(Number) },
    },
    {
      what: 'a values file with a tab',
      text: 'global:\n\thostname: geheim\n',
      finding: { code: 'yaml-broken', file: values, line: 2 },
    },
    {
      what: 'a values file that is a list',
      text: '- geheim\n',
      finding: {
        code: 'values-not-a-map',
        message: 'The values are a list, not a map of keys',
        file: values,
      },
    },
    {
      what: 'a values file that is a text',
      text: 'geheim\n',
      finding: { code: 'values-not-a-map', file: values },
    },
    {
      what: 'a hostname that is a URL',
      text: 'a: 1\nglobal:\n  b: 1\n  hostname: https://heart.example.org/\n',
      finding: {
        code: 'hostname-invalid',
        message: expect.stringContaining('"https://heart.example.org/"'),
        file: values,
        line: 4,
        key: 'global.hostname',
      },
    },
    {
      what: 'a hostname that is a number',
      text: 'global: { hostname: 12 }\n',
      finding: { code: 'hostname-invalid', line: 1 },
    },
    {
      what: 'a bomb of aliases',
      text: `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((key, index) => {
          const before = 'abcdefghi'[index];
          return `${key}: &${key} [${Array(10).fill(`*${before}`).join()}]`;
        })
        .join('\n')}\n`,
      finding: {
        code: 'yaml-broken',
        message: expect.stringContaining('alias'),
      },
    },
  ])('quarantines $what, without quoting it', async ({ text, finding }) => {
    const member = await readOne(withValues(text));
    expect(member).toMatchObject({
      kind: 'quarantined',
      member: app,
      hostname: 'heart.example.org',
      finding: { severity: 'error', fix: expect.any(String), ...finding },
    });
    expect(JSON.stringify(member)).not.toContain('geheim');
  });

  // One such file once kept the whole source from being read, again on every run.
  it.each([
    {
      what: 'values that contain themselves',
      files: withValues('a: &a { b: *a }\n'),
      finding: { code: 'yaml-broken', file: values },
    },
    {
      what: 'inline values that contain themselves',
      files: {
        [app]: applicationYaml({
          helm: '\n        valuesObject: &a { b: *a }',
        }),
      },
      finding: { code: 'yaml-broken', file: app },
    },
    {
      what: 'a name with a NUL',
      files: { [app]: applicationYaml({ name: '"heart\\0"' }) },
      finding: { code: 'application-incomplete', key: 'metadata.name' },
    },
    {
      what: 'a name of thousands of characters',
      files: { [app]: applicationYaml({ name: 'a'.repeat(3_000) }) },
      finding: { code: 'application-incomplete', key: 'metadata.name' },
    },
    {
      what: 'a namespace with a NUL',
      files: {
        [app]: applicationYaml().replace(
          'namespace: heart',
          'namespace: "\\0"',
        ),
      },
      finding: {
        code: 'application-incomplete',
        key: 'spec.destination.namespace',
      },
    },
    {
      what: 'a path that is far too long',
      files: {
        [app]: applicationYaml({
          chart: `path: ${'a/'.repeat(2_000)}helm/gen3`,
        }),
      },
      finding: {
        code: 'application-incomplete',
        key: 'spec.sources[0].path',
        message:
          'The Application cannot be read: "spec.sources[0].path" has more than 2048 characters',
        line: 9,
      },
    },
    {
      what: 'more value files than are read',
      files: {
        [app]: applicationYaml({
          values: Array.from({ length: 201 }, (_, index) => `${index}.yaml`),
        }),
      },
      finding: {
        code: 'application-incomplete',
        message: expect.stringContaining('has more than 200 entries'),
      },
    },
    {
      what: 'more parameters than are read',
      files: {
        [app]: applicationYaml({
          helm: `\n        parameters: [${'{ name: a, value: b }, '.repeat(
            1_001,
          )}]`,
        }),
      },
      finding: {
        code: 'application-incomplete',
        message: expect.stringContaining('has more than 1000 entries'),
        fix: 'Shorten "spec.sources[0].helm.parameters"',
      },
    },
    {
      what: 'a parameter of more levels than values may have',
      files: {
        [app]: applicationYaml({
          helm: `\n        parameters: [{ name: ${'a.'.repeat(
            201,
          )}a, value: b }]`,
        }),
      },
      finding: { code: 'member-failed', file: app },
    },
  ])('quarantines $what, and reads the others', async ({ files, finding }) => {
    expect(await readOne(files)).toMatchObject({
      kind: 'quarantined',
      member: app,
      hostname: 'heart.example.org',
      finding,
    });
  });

  it('quarantines an Application over which the portal fails, and reads the others', async () => {
    const repository = new InMemoryRepository({
      main: { ...neighbour, [app]: applicationYaml() },
    });
    const open = repository.open.bind(repository);
    repository.open = async options => {
      const snapshot = await open(options);
      if (snapshot === 'unchanged') return snapshot;
      const locate = (path: string) => {
        if (path === app) throw new TypeError('geheim');
        return snapshot.locate(path);
      };
      return { ...snapshot, locate };
    };
    const reading = await createTestReader(repository).read({
      signal: new AbortController().signal,
    });
    expect(reading).toMatchObject({
      members: [
        {
          kind: 'quarantined',
          hostname: 'heart.example.org',
          finding: {
            code: 'member-failed',
            message: expect.stringContaining('(TypeError)'),
          },
        },
        { kind: 'commons' },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain('geheim');
  });

  it('quarantines an Application that is broken YAML, with file and line', async () => {
    const member = await readOne({ [app]: `${applicationYaml()}  bad: [1\n` });
    expect(member).toMatchObject({
      kind: 'quarantined',
      member: app,
      finding: { code: 'yaml-broken', file: app, line: expect.any(Number) },
    });
  });

  it('quarantines an Application without a name', async () => {
    const member = await readOne({
      [app]: applicationYaml().replace('name: gen3-heart', 'labels: {}'),
    });
    expect(member).toMatchObject({
      kind: 'quarantined',
      finding: { code: 'application-incomplete', key: 'metadata.name' },
    });
  });

  it('quarantines an Application with an unknown chart that looks like gen3', async () => {
    const member = await readOne({
      [app]: applicationYaml({ chart: 'path: helm/gen3-next' }),
    });
    expect(member).toMatchObject({
      kind: 'quarantined',
      finding: {
        code: 'chart-unknown',
        message: expect.stringContaining('"helm/gen3-next"'),
        fix: expect.stringContaining('"charts"'),
        file: app,
      },
    });
  });

  it('quarantines a chart that cannot be rendered, with the template and its line', async () => {
    const template = 'prod/heart.example.org/templates/app.yaml';
    const member = await readOne({
      'prod/heart.example.org/Chart.yaml':
        'apiVersion: v2\nname: heart\nversion: 0.1.0\n',
      [template]: `${applicationYaml()}# {{ .Values.a.b.c }}\n`,
    });
    expect(member).toMatchObject({
      kind: 'quarantined',
      member: template,
      hostname: 'heart.example.org',
      finding: { code: 'chart-not-rendered', file: template, line: 21 },
    });
  });

  it('keeps a commons whose values cannot be read, under the name of its folder', async () => {
    const cases = [
      {
        application: applicationYaml({ values: ['$values/prod/gone.yaml'] }),
        code: 'values-missing',
        message:
          'The value file "prod/gone.yaml" at revision "main" does not exist',
      },
      {
        application: applicationYaml({
          values: [`$values/${values}`],
          revision: 'feat/gone',
        }),
        code: 'values-revision-missing',
        message: `The value file "${values}" at revision "feat/gone" cannot be read: the repository has no such branch or tag`,
      },
      {
        application: applicationYaml({
          values: ['$values/v.yaml'],
          repository:
            'https://me:ge@heim@git.example/org/other.git?token=geheim',
        }),
        code: 'values-elsewhere',
        message:
          'The value file "v.yaml" lies in another repository, "https://git.example/org/other.git" at revision "main", which this source does not read',
      },
      {
        application: applicationYaml({ values: ['$typo/v.yaml'] }),
        code: 'values-ref-unknown',
        message:
          'The value file "$typo/v.yaml" was not read: the Application has no source with "ref: typo"',
      },
      {
        application: applicationYaml({ values: ['$values/../../x.yaml'] }),
        code: 'values-outside',
        message: expect.stringContaining('it leads out of the repository'),
      },
      {
        application: applicationYaml({
          values: ['https://me:ge/he@im@files.example/v.yaml?token=geheim'],
        }),
        code: 'values-remote',
        message: expect.stringContaining('"https://files.example/v.yaml"'),
      },
    ];
    for (const { application, ...finding } of cases) {
      const member = await readOne({ [app]: application });
      expect(member).toMatchObject({
        kind: 'commons',
        commons: { hostname: 'heart.example.org', hostnameFrom: 'folder' },
        findings: [{ severity: 'error', file: app, ...finding }],
        // A known commons was once renamed to its folder when the branch of its values was deleted.
        incomplete: true,
      });
      expect(JSON.stringify(member)).not.toMatch(/geheim|heim@|im@/);
    }
  });

  it.each([
    ['has no colon', 'kind: Application', 'kind Application'],
    ['is an open quote', 'kind: Application', 'kind: "Application'],
    ['is a list', 'kind: Application', 'kind: [Application'],
  ])(
    'quarantines an Application whose kind %s',
    async (_label, good, broken) => {
      const application = applicationYaml({ values: [`$values/${values}`] });
      const member = await readOne({
        [app]: application.replace(good, broken),
      });
      expect(member).toMatchObject({
        kind: 'quarantined',
        hostname: 'heart.example.org',
        finding: { code: 'yaml-broken', file: app, line: expect.any(Number) },
      });
    },
  );

  it('quarantines a file that is too large to be looked into, as it may declare Applications', async () => {
    const padding = '#'.repeat(6 * 1024 * 1024);
    const member = await readOne({ [app]: `${applicationYaml()}${padding}` });
    expect(member).toMatchObject({
      kind: 'quarantined',
      member: app,
      hostname: 'heart.example.org',
      finding: {
        code: 'file-too-large',
        message: expect.stringContaining('more than the 5242880'),
        file: app,
      },
    });
  });

  it.each([
    ['read', 6],
    ['parsed', 3],
  ])(
    'speaks of a value file that is too large to be %s once, on its commons',
    async (_, size) => {
      const padding = '#'.repeat(size * 1024 * 1024);
      const member = await readOne(withValues(padding));
      expect(member).toMatchObject({
        kind: 'commons',
        findings: [{ code: 'values-too-large' }],
        incomplete: true,
      });
    },
  );

  // It was told to set a hostname, which the file on the branch that was deleted does.
  it('names the values that cannot be read as the reason for a missing hostname', async () => {
    const application = applicationYaml({
      values: ['$values/prod/values.yaml'],
      revision: 'feat/gone',
    });
    const member = await readOne({ 'apps/heart.yaml': application });
    expect(member).toMatchObject({
      kind: 'quarantined',
      finding: { code: 'values-revision-missing' },
    });
  });

  it('quarantines a commons that neither values nor a folder names', async () => {
    const member = await readOne({ 'apps/heart.yaml': applicationYaml() });
    expect(member).toMatchObject({
      kind: 'quarantined',
      finding: { code: 'hostname-missing', key: 'global.hostname' },
    });
  });

  it('takes empty values for defaults, and missing ones when the Application says so', async () => {
    const ignored = {
      [app]: applicationYaml({
        values: ['$values/gone.yaml'],
        helm: '\n        ignoreMissingValueFiles: true',
      }),
    };
    for (const files of [withValues(''), withValues('# nothing\n'), ignored]) {
      const member = await readOne(files);
      expect(member).not.toHaveProperty('incomplete');
      expect(member).toMatchObject({
        kind: 'commons',
        commons: {
          hostname: 'heart.example.org',
          hostnameFrom: 'folder',
          services: expect.arrayContaining([{ name: 'fence' }]),
        },
        findings: [],
      });
    }
  });

  it('says in which file and line a finding about a value is', async () => {
    const member = await readOne(
      withValues(
        'global:\n  hostname: heart.example.org\nfence:\n  image:\n    tag: 2025.10\n',
      ),
    );
    expect(member).toMatchObject({
      kind: 'commons',
      findings: [{ file: values, line: 5, key: 'fence.image.tag' }],
    });
  });
});
