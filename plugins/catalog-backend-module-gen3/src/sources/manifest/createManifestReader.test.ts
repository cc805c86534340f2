import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  FileReading,
  RepositorySnapshot,
} from '../repository/RepositorySnapshot';
import { SourceReading } from '../types';
import { createManifestReader } from './createManifestReader';

const registry = createServiceRegistry();

function snapshotOf(
  files: Record<string, string | FileReading>,
): RepositorySnapshot {
  const readingOf = (path: string): FileReading => {
    const file = files[path] ?? { kind: 'missing' };
    return typeof file === 'string'
      ? { kind: 'text', text: file, digest: path }
      : file;
  };
  return {
    version: 'abc',
    listFiles: async () => Object.keys(files).sort(),
    prefetch: async () => {},
    readFiles: async paths =>
      new Map(paths.map(path => [path, readingOf(path)])),
    locate: path => ({ repo: 'r', path, location: `git:r//${path}` }),
    atRevision: async () => undefined,
  };
}

async function read(
  files: Record<string, string | FileReading>,
  paths: string[] = [],
): Promise<SourceReading> {
  const reader = createManifestReader({
    repository: {
      url: 'r',
      open: async () => snapshotOf(files),
      peek: async () => 'changed',
    },
    registry,
    paths,
  });
  const reading = await reader.read({ signal: new AbortController().signal });
  if (reading === 'unchanged') {
    throw new Error('expected a reading');
  }
  return reading;
}

const A = 'a.example.org';

describe('createManifestReader', () => {
  it('reads hostname, services with tags, dictionary and mesh', async () => {
    const { version, members } = await read({
      [`${A}/manifest.json`]: JSON.stringify({
        versions: {
          fence: 'registry.example/gen3/fence:2026.07',
          arborist: 'registry.example/gen3/arborist:2026.07',
        },
        global: {
          hostname: A,
          environment: 'prod',
          dictionary_url: 'https://example.org/dictionary.json',
          frontend_root: 'gen3ff',
        },
      }),
      [`${A}/metadata/aggregate_config.json`]: JSON.stringify({
        adapter_commons: {
          B: { commons_url: 'b.example.org', adapter: 'gen3' },
          Self: { commons_url: A, adapter: 'gen3' },
          GDC: { commons_url: 'https://gdc.example.gov/', adapter: 'gdc' },
        },
      }),
    });
    expect(version).toBe('abc');
    expect(members).toEqual([
      {
        kind: 'commons',
        member: `${A}/manifest.json`,
        findings: [],
        commons: {
          hostname: A,
          hostnameFrom: 'manifest',
          flavour: 'cloud-automation',
          environment: 'prod',
          services: [
            { name: 'arborist', imageTag: '2026.07' },
            { name: 'fence', imageTag: '2026.07' },
          ],
          dictionaryUrl: 'https://example.org/dictionary.json',
          frontendRoot: 'gen3ff',
          meshMembers: ['b.example.org'],
          provenance: {
            repo: 'r',
            path: `${A}/manifest.json`,
            location: `git:r//${A}/manifest.json`,
          },
        },
      },
    ]);
  });

  it('takes the hostname from the folder when the manifest has none', async () => {
    const { members } = await read({ [`${A}/manifest.json`]: '{}' });
    expect(members).toMatchObject([
      { commons: { hostname: A, hostnameFrom: 'folder' } },
    ]);
  });

  // An empty hostname once took the commons into quarantine, where gitops takes it for none.
  it.each([[''], [null]])(
    'takes the hostname from the folder when the manifest says %j',
    async hostname => {
      const { members } = await read({
        [`${A}/manifest.json`]: JSON.stringify({ global: { hostname } }),
      });
      expect(members).toMatchObject([
        { commons: { hostname: A, hostnameFrom: 'folder' }, findings: [] },
      ]);
    },
  );

  it('quarantines a commons that neither its manifest nor its folder names', async () => {
    const { members } = await read({
      'heart/manifest.json': '{\n  "global": {\n    "hostname": ""\n  }\n}',
    });
    expect(members).toMatchObject([
      {
        kind: 'quarantined',
        finding: {
          code: 'hostname-missing',
          message: expect.stringContaining('"heart"'),
          file: 'heart/manifest.json',
          line: 3,
          key: 'global.hostname',
        },
      },
    ]);
  });

  it('says in which file and line a finding about a value is', async () => {
    const { members } = await read({
      [`${A}/manifest.json`]: '{\n  "versions": {\n    "fence": 1\n  }\n}',
      [`${A}/metadata/aggregate_config.json`]:
        '{\n  "gen3_commons": {\n    "B": 5\n  }\n}',
    });
    expect(members).toMatchObject([
      {
        kind: 'commons',
        findings: [
          { file: `${A}/manifest.json`, line: 3, key: 'versions.fence' },
          {
            code: 'mesh-config-wrong-shape',
            file: `${A}/metadata/aggregate_config.json`,
            line: 3,
            key: 'gen3_commons.B',
          },
        ],
      },
    ]);
  });

  it('looks one folder deep, in the root or where it is told to', async () => {
    const files = {
      'manifest.json': '{}',
      [`${A}/manifest.json`]: '{}',
      'releases/2025/09/manifest.json': '{}',
      'deep/b.example.org/manifest.json': '{}',
    };
    const found = async (paths: string[]) =>
      (await read(files, paths)).members.map(({ member }) => member);
    for (const root of [[], ['.'], ['./'], ['/']]) {
      expect(await found(root)).toEqual([`${A}/manifest.json`]);
    }
    expect(await found(['./deep/'])).toEqual([
      'deep/b.example.org/manifest.json',
    ]);
  });

  it('fails as a whole over a folder that nothing lies in', async () => {
    await expect(
      read({ [`${A}/manifest.json`]: '{}' }, ['.', 'depe/']),
    ).rejects.toThrow('No YAML or JSON file lies in "depe/": correct "paths"');
  });

  it.each([
    ['an extra comma', '{\n  "global": {},\n}', 'json-syntax', 3],
    ['a word', '{\n\n\n  "a": hunter2\n}', 'json-syntax', 4],
    ['an end that is missing', '{\n  "a": {', 'json-syntax', 2],
    ['nothing', '', 'json-syntax', 1],
    ['a list', '[]', 'manifest-not-a-map', undefined],
    [
      'a URL as hostname',
      '{\n\t"versions": { "hostname": "" },\n\t"global": {\n\t\t"hostname": "https://a"\n\t}\n}',
      'hostname-invalid',
      4,
    ],
  ])('quarantines a manifest with %s', async (_, text, code, line) => {
    const { members } = await read({ [`${A}/manifest.json`]: text });
    expect(members).toMatchObject([
      {
        kind: 'quarantined',
        member: `${A}/manifest.json`,
        hostname: A,
        finding: { code, file: `${A}/manifest.json` },
      },
    ]);
    const [member] = members;
    expect(member.kind === 'quarantined' && member.finding.line).toBe(line);
    expect(JSON.stringify(member)).not.toContain('hunter2');
  });

  // One such file once kept the whole source from being read.
  it('quarantines a manifest that is nested too deeply, and reads the others', async () => {
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const { members } = await read({
      [`${A}/manifest.json`]: deep,
      'b.example.org/manifest.json': '{}',
    });
    expect(members).toMatchObject([
      { kind: 'quarantined', hostname: A, finding: { code: 'json-too-deep' } },
      { kind: 'commons' },
    ]);
  });

  it('quarantines a manifest over which the portal fails, and reads the others', async () => {
    const files = {
      [`${A}/manifest.json`]: '{}',
      'b.example.org/manifest.json': '{}',
    };
    const reader = createManifestReader({
      repository: {
        url: 'r',
        open: async () => ({
          ...snapshotOf(files),
          locate: path => {
            if (path.startsWith(A)) throw new TypeError('hunter2');
            return { repo: 'r', path, location: `git:r//${path}` };
          },
        }),
        peek: async () => 'changed',
      },
      registry,
      paths: [],
    });
    const { signal } = new AbortController();
    const reading = await reader.read({ signal });
    expect(reading).toMatchObject({
      members: [
        {
          kind: 'quarantined',
          hostname: A,
          finding: { code: 'member-failed' },
        },
        { kind: 'commons' },
      ],
    });
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });

  it('quarantines a file that is listed but cannot be read, and reads the others', async () => {
    const { members } = await read({
      [`${A}/manifest.json`]: { kind: 'missing' },
      'b.example.org/manifest.json': { kind: 'too-large', size: 9_000_000 },
      'c.example.org/manifest.json': '{}',
    });
    expect(members).toMatchObject([
      { kind: 'quarantined', finding: { code: 'file-unreadable' } },
      { kind: 'quarantined', finding: { code: 'file-too-large' } },
      { kind: 'commons' },
    ]);
  });

  // A mesh once vanished from the catalog with a typing error in its file.
  it.each([
    ['broken', '{"adapter_commons": [}', 'json-syntax'],
    ['missing', { kind: 'missing' } as const, 'file-unreadable'],
  ])('keeps a commons whose mesh is %s', async (_, mesh, code) => {
    const { members } = await read({
      [`${A}/manifest.json`]: '{}',
      [`${A}/metadata/aggregate_config.json`]: mesh,
    });
    expect(members).toMatchObject([
      {
        kind: 'commons',
        findings: [{ severity: 'warning', code }],
        incomplete: true,
      },
    ]);
  });

  it('passes on that nothing changed', async () => {
    const reader = createManifestReader({
      repository: {
        url: 'r',
        open: async ({ knownVersion }) =>
          knownVersion === 'abc' ? 'unchanged' : snapshotOf({}),
        peek: async () => 'unchanged',
      },
      registry,
      paths: [],
    });
    const { signal } = new AbortController();
    expect(await reader.read({ knownVersion: 'abc', signal })).toBe(
      'unchanged',
    );
  });
});
