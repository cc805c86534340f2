import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  createTestRemote,
  type TestRemote,
} from '../git/__testUtils__/createTestRemote';
import type { Gen3Download } from '../http/Gen3HttpRequest';
import { Gen3UpstreamError } from '../http/Gen3UpstreamError';
import { createTar } from './__testUtils__/createTar';
import type { ChartSource } from './ChartSource';
import { ChartStore } from './ChartStore';
import { HelmRenderer } from './HelmRenderer';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const { signal } = new AbortController();

const chartOf = (name: string, dependencies: string[] = []) =>
  `apiVersion: v2\nname: ${name}\nversion: 0.0.0\ndependencies: [${dependencies}]\n`;
const sibling = (name: string, more = '') =>
  `{name: ${name}, version: "*", repository: "file://../${name}"${more}}`;

const FILES = {
  'helm/gen3/Chart.yaml': chartOf('gen3', [
    sibling('fence', ', condition: fence.enabled'),
    '{name: elasticsearch, version: 7.x.x, repository: "https://helm.example", condition: global.dev}',
  ]),
  'helm/gen3/values.yaml': 'fence: {enabled: true, partOf: }\nglobal:\n',
  'helm/gen3/templates/a.yaml': 'a: {{ include "name" . }}\n',
  'helm/fence/Chart.yaml': chartOf('fence', [sibling('common')]),
  'helm/fence/values.yaml': 'enabled: false\nimage: {tag: "1"}\npartOf: x\n',
  'helm/fence/templates/b.yaml': 'b: {{ .Values.image.tag }}\n',
  'helm/common/Chart.yaml': `${chartOf('common')}type: library\n`,
  'helm/common/values.yaml': 'critical: true\n',
  'helm/common/templates/_n.tpl': '{{ define "name" }}heart{{ end }}',
  'helm/other/Chart.yaml': chartOf('other'),
};

describe('ChartStore', () => {
  let remote: TestRemote;
  let clock = 0;
  /** What hosts answer, by URL. */
  const web = new Map<string, Partial<Gen3Download>>();
  const asked: string[] = [];
  const stores: ChartStore[] = [];

  beforeEach(() => {
    remote = createTestRemote();
    clock = 0;
    web.clear();
    asked.length = 0;
  });

  afterEach(async () => {
    await Promise.all(stores.splice(0).map(store => store.close()));
    remote.remove();
  });

  function open(folder?: string) {
    const store = ChartStore.create({
      folder,
      now: () => clock,
      client: {
        async download({ hostname, baseUrl, path }) {
          const url = `${baseUrl}${path}`;
          asked.push(url);
          const answer = web.get(url);
          if (answer) {
            return {
              status: 200,
              headers: {},
              content: Buffer.alloc(0),
              truncated: false,
              ...answer,
            };
          }
          throw new Gen3UpstreamError({
            commons: hostname,
            operation: 'GET',
            upstreamCause: 'dns',
            detail: 'there is no such name',
          });
        },
      },
    });
    stores.push(store);
    return store;
  }

  const gitChart = (revision = 'main'): ChartSource => ({
    repoUrl: remote.url,
    path: 'helm/gen3',
    revision,
  });

  /** A Helm repository with one version of a chart. */
  function publish(options: {
    name: string;
    version: string;
    archive: Buffer;
    digest?: string;
    host?: string;
  }) {
    const { name, version, archive, host = 'helm.example' } = options;
    const digest =
      options.digest ?? createHash('sha256').update(archive).digest('hex');
    const index = `apiVersion: v1\nentries:\n  ${name}:\n  - version: ${version}\n    digest: ${digest}\n    urls: [files/${name}.tgz]\n`;
    web.set(`https://${host}/index.yaml`, { content: Buffer.from(index) });
    web.set(`https://${host}/files/${name}.tgz`, {
      status: 302,
      headers: { location: `https://objects.example/${name}?signed=1` },
    });
    web.set(`https://objects.example/${name}?signed=1`, { content: archive });
  }

  it('puts a chart of git together with its siblings, and says what is missing', async () => {
    const commit = remote.commit(FILES);
    const chart = await open().get(gitChart(), { signal });
    expect(chart).toMatchObject({
      version: commit,
      missing: [
        {
          name: 'elasticsearch',
          condition: 'global.dev',
          why: 'helm.example cannot be asked: there is no such name',
        },
      ],
    });
    const files = readdirSync(chart.folder, {
      recursive: true,
      withFileTypes: true,
    });
    expect(
      files.filter(file => file.isFile()).map(({ name }) => name),
    ).toHaveLength(9);
    const text = await HelmRenderer.create().renderFolder({
      folder: chart.folder,
      values: ['fence: {image: {tag: "2"}}', 'fence: {image: {tag: "3"}}'],
      signal,
    });
    expect(text).toMatch(/a: heart/);
    expect(text).toMatch(/b: 3/);
  });

  it('fetches what is of another repository', async () => {
    remote.commit(FILES);
    const archive = createTar([
      { path: 'elasticsearch/Chart.yaml', content: chartOf('elasticsearch') },
      { path: 'elasticsearch/values.yaml', content: 'nodes: 3' },
    ]);
    publish({ name: 'elasticsearch', version: '7.10.2', archive });
    const store = open();
    const chart = await store.get(gitChart(), { signal });
    expect(chart.missing).toEqual([]);
    expect(await store.readDefaults(chart)).toMatchObject({
      elasticsearch: { nodes: 3 },
    });
  });

  it('reads the defaults of all charts, those that are null among them', async () => {
    remote.commit(FILES);
    const store = open();
    const defaults = await store.readDefaults(
      await store.get(gitChart(), { signal }),
    );
    expect(defaults).toEqual({
      global: null,
      fence: {
        enabled: true,
        image: { tag: '1' },
        partOf: null,
        common: { critical: true },
      },
    });
  });

  it('fetches a version once for all who ask, and looks for a new one after a minute', async () => {
    const first = remote.commit(FILES);
    const store = open();
    const [one, two] = await Promise.all([
      store.get(gitChart(), { signal }),
      store.get(gitChart(), { signal }),
    ]);
    expect([one.version, two.version]).toEqual([first, first]);
    expect(asked).toEqual(['https://helm.example/index.yaml']);

    const second = remote.commit({ 'helm/gen3/values.yaml': 'a: 1' });
    clock = 59_000;
    expect((await store.get(gitChart(), { signal })).version).toBe(first);
    clock = 120_000;
    const third = await store.get(gitChart(), { signal });
    expect(third.version).toBe(second);
    expect(third.key).not.toBe(one.key);
    expect((await store.get(gitChart(first), { signal })).key).toBe(one.key);
  });

  it('finds in its folder what another replica fetched', async () => {
    remote.commit(FILES);
    const folder = join(remote.folder, 'charts');
    const one = await open(folder).get(gitChart(), { signal });
    asked.length = 0;
    const two = await open(folder).get(gitChart(), { signal });
    expect(two).toEqual(one);
    expect(asked).toEqual([]);
  });

  it.each([
    [
      'revision',
      { revision: 'nowhere' },
      'no-such-revision',
      /no such branch or tag; check revision.* all 40 digits of a commit/,
    ],
    [
      'revision, of half a commit id',
      { revision: '42cc46b' },
      'no-such-revision',
      /all 40 digits of a commit/,
    ],
    ['path', { path: 'helm/nowhere' }, 'not-found', /no chart in the folder/],
    [
      'path that leads out',
      { path: '../../etc' },
      'not-found',
      /no chart in the folder/,
    ],
  ])('says that there is no such %s', async (_, wrong, reason, message) => {
    remote.commit(FILES);
    const failure = open().get({ ...gitChart(), ...wrong }, { signal });
    await expect(failure).rejects.toMatchObject({ reason });
    await expect(failure).rejects.toThrow(message);
  });

  it('reads a folder of this machine, and sees when it changes', async () => {
    const folder = join(remote.folder, 'plain');
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const store = open();
    const source = { repoUrl: folder, path: 'helm/gen3', revision: 'main' };
    const one = await store.get(source, { signal });
    writeFileSync(join(folder, 'helm/gen3/values.yaml'), 'another: size');
    const two = await store.get(source, { signal });
    expect(two.key).not.toBe(one.key);
    expect(readFileSync(join(two.folder, 'values.yaml'), 'utf8')).toBe(
      'another: size',
    );
  });

  it('reads a chart of a Helm repository, sub-charts packed in it as well', async () => {
    const fence = createTar([
      { path: 'fence/Chart.yaml', content: chartOf('fence') },
      { path: 'fence/values.yaml', content: 'replicas: 2' },
    ]);
    const archive = createTar([
      { path: 'gen3/Chart.yaml', content: chartOf('gen3') },
      {
        path: 'gen3/charts/fence-0.0.0.tgz',
        content: fence,
      },
    ]);
    publish({ name: 'gen3', version: '0.3.90', archive });
    const store = open();
    const source = { repoUrl: 'https://helm.example', chart: 'gen3' };
    const chart = await store.get({ ...source, revision: '0.3.*' }, { signal });
    expect(chart.version).toBe('0.3.90');
    expect(await store.readDefaults(chart)).toEqual({ fence: { replicas: 2 } });
  });

  const released: ChartSource = {
    repoUrl: 'https://helm.example/',
    chart: 'gen3',
    revision: '0.3.90',
  };
  const archive = createTar([
    { path: 'gen3/Chart.yaml', content: chartOf('gen3') },
  ]);

  it('does not take an archive that is not what the index says', async () => {
    publish({
      name: 'gen3',
      version: '0.3.90',
      archive,
      digest: '0'.repeat(64),
    });
    await expect(open().get(released, { signal })).rejects.toMatchObject({
      reason: 'digest-mismatch',
    });
  });

  it.each<[string, Partial<Gen3Download>, string]>([
    ['a login page', { content: Buffer.from('<html>') }, 'malformed'],
    ['no permission', { status: 403 }, 'unauthorized'],
    ['nothing', { status: 404 }, 'not-found'],
    ['a failure', { status: 503 }, 'unreachable'],
    ['too much', { truncated: true }, 'too-large'],
    [
      'an address that leads to itself',
      { status: 302, headers: { location: '/index.yaml' } },
      'unreachable',
    ],
  ])('says that a repository answers with %s', async (_, answer, reason) => {
    web.set('https://helm.example/index.yaml', answer);
    await expect(open().get(released, { signal })).rejects.toMatchObject({
      name: 'ChartError',
      reason,
    });
  });

  it('says which version there is when the one that is asked for is not', async () => {
    publish({ name: 'gen3', version: '0.3.89', archive });
    await expect(open().get(released, { signal })).rejects.toThrow(
      /"gen3" 0\.3\.90 of https:\/\/helm\.example\/.*newest version is 0\.3\.89/,
    );
  });

  it('lets who does not want to wait any more go', async () => {
    remote.commit(FILES);
    const controller = new AbortController();
    const asking = open().get(gitChart(), { signal: controller.signal });
    controller.abort(new Error('the browser left'));
    await expect(asking).rejects.toThrow('the browser left');
  });
});
