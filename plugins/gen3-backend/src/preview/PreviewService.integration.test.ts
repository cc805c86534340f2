import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
  previewRequestSchema,
  renderedPreviewSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ChartStore,
  Gen3UpstreamError,
  HelmRenderer,
  type HelmRendererOptions,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeTargets } from '../changes/ChangeTargets';
import { ManifestRenderer } from './ManifestRenderer';
import { PreviewService } from './PreviewService';

// These tests start git and helm, which may take a while on a busy machine.
jest.setTimeout(120_000);

const { signal } = new AbortController();
const registry = createServiceRegistry();
const VALUES_PATH = 'east/heart.example.org/values/values.yaml';

const client = {
  async download({ hostname }: { hostname: string }): Promise<never> {
    throw new Gen3UpstreamError({
      commons: hostname,
      operation: 'GET',
      upstreamCause: 'dns',
      detail: 'there is no such name',
    });
  },
};

describe('PreviewService', () => {
  let folder: string;
  let charts: ChartStore;
  let clock = 0;
  /** What the base branch holds. */
  const held = new Map<string, string>();
  let renderings = 0;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen3-test-preview-'));
    cpSync(join(__dirname, '../__fixtures__/charts'), join(folder, 'helm'), {
      recursive: true,
    });
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', HOME: folder },
      });
    const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
    git('init', '-q', '--initial-branch=main');
    git('add', '.');
    git(...who, 'commit', '-q', '-m', 'chart');
    charts = ChartStore.create({ client });
  });

  afterAll(async () => {
    await charts.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    held.clear();
    renderings = 0;
  });

  function create(
    options: {
      path?: string;
      helm?: HelmRendererOptions;
      maySee?: boolean;
      logger?: Pick<LoggerService, 'warn'>;
    } = {},
  ) {
    const { logger = mockServices.logger.mock() } = options;
    const { path = 'helm/gen3', helm = {}, maySee = true } = options;
    const chart = { repoUrl: `file://${folder}`, path, revision: 'main' };
    const never = async () => {
      throw new Error('a preview only reads');
    };
    const targets = ChangeTargets.create({
      targets: [
        {
          id: 'demo',
          url: 'file:///gitops',
          repoUrl: 'https://git.example/gitops',
          branch: 'main',
          layout: 'gen3-gitops',
          chart,
          charts: ['gen3', 'helm/gen3'],
          clusters: {},
        },
      ],
      createHost: () => ({
        url: 'file:///gitops',
        propose: never,
        findFiles: never,
        status: never,
        merge: never,
        close: never,
        readFiles: async ({ paths }) =>
          new Map(paths.map(name => [name, held.get(name)])),
      }),
    });
    const renderer = HelmRenderer.create(helm);
    return PreviewService.create({
      registry,
      targets,
      preflight: {
        plan: answers =>
          planLaunch(answers, { registry, layout: 'gen3-gitops' }),
      },
      charts,
      renderer: ManifestRenderer.create({
        helm: {
          renderFolder(rendering) {
            renderings += 1;
            return renderer.renderFolder(rendering);
          },
        },
      }),
      defaultChart: chart,
      findCommons: never,
      helm: renderer,
      logger,
      maySee: async () => maySee,
      now: () => clock,
    });
  }

  const answersOf = (more: object = {}) => ({
    answers: launchAnswersSchema.parse({
      hostname: 'heart.example.org',
      owner: 'group:default/csoc',
      source: 'demo',
      cluster: 'east',
      release: '2026.10',
      ...more,
    }),
  });
  const ask = (service: PreviewService, request: object) =>
    service.preview(previewRequestSchema.parse(request), {
      access: undefined,
      signal,
    });
  const look = async (service: PreviewService, request: object) =>
    renderedPreviewSchema.parse(await ask(service, request));

  it('shows what a launch would write and make', async () => {
    const preview = await look(create(), answersOf());
    expect(preview.files.map(({ path }) => path)).toContain(VALUES_PATH);
    expect(
      preview.objects.map(
        ({ change, kind, name, service = '-' }) =>
          `${change} ${kind} ${name} ${service}`,
      ),
    ).toEqual([
      'added ConfigMap manifest-global -',
      'added Deployment fence-deployment fence',
      'added Job indexd-dbcreate indexd',
      'added PersistentVolumeClaim indexd-data indexd',
      'added Secret fence-dbcreds fence',
    ]);
    expect(preview.summary).toEqual({
      objects: 5,
      added: 5,
      changed: 0,
      removed: 0,
      services: ['fence', 'indexd'],
      workloads: 1,
      cpuRequestMillis: 500,
      memoryRequestBytes: 1024 ** 3,
    });
    expect(preview.risks.map(({ id }) => id)).toEqual(['database-job']);
    expect(preview.chart).toMatchObject({
      revision: 'main',
      version: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    // What could not be had is told, and is nothing that passed.
    expect(preview.notes[0]).toMatch(
      /postgresql 11\.9\.13 .* global\.dev switches on, is left out: charts\.example\.org cannot be asked/,
    );
    expect(JSON.stringify(preview)).not.toContain(
      Buffer.from('from-the-chart').toString('base64'),
    );
  });

  it('compares it with what git holds, without what the chart makes up', async () => {
    const first = await look(create(), answersOf());
    for (const { path, after = '' } of first.files) held.set(path, after);
    expect((await look(create(), answersOf())).objects).toEqual([]);

    const older = await look(create(), answersOf({ release: '2026.07' }));
    expect(
      older.objects.map(({ change, kind }) => `${change} ${kind}`),
    ).toEqual(['changed Deployment', 'changed Job']);
    expect(older.objects[0]).toMatchObject({
      before: expect.stringContaining('fence:2026.10'),
      after: expect.stringContaining('fence:2026.07'),
    });
    expect(older.risks.map(({ id }) => id)).toEqual([
      'downgrade',
      'downgrade',
      'immutable-job',
      'database-job',
    ]);
  });

  it('does not show what git holds of a commons that the caller may not see', async () => {
    held.set(VALUES_PATH, 'fence: { secrets: { client: geheim } }');
    const preview = await look(create({ maySee: false }), answersOf());
    expect(JSON.stringify(preview)).not.toContain('geheim');
    expect(preview.files.every(({ before }) => before === undefined)).toBe(
      true,
    );
    expect(preview.notes.join(' ')).toMatch(/which you may not see/);
  });

  it('renders the same input once', async () => {
    const service = create();
    const [one, two] = await Promise.all([
      look(service, answersOf()),
      look(service, answersOf()),
    ]);
    expect(two).toEqual(one);
    expect(await look(service, answersOf())).toEqual(one);
    expect(renderings).toBe(1);
    await look(service, answersOf({ release: '2026.09' }));
    expect(renderings).toBe(2);
  });

  it('sees what git holds half a minute later', async () => {
    const service = create();
    await look(service, answersOf());
    held.set(VALUES_PATH, 'fence: { replicaCount: 5 }');
    clock += 29_000;
    expect((await look(service, answersOf())).summary.added).toBe(5);
    clock += 2_000;
    expect((await look(service, answersOf())).summary.added).toBe(0);
  });

  it('shows a values file, which it compares with nothing', async () => {
    const preview = await look(create(), {
      values: 'indexd: { enabled: false }',
      source: 'demo',
    });
    expect(preview.summary).toMatchObject({ objects: 3, services: ['fence'] });
    expect(preview.notes.join(' ')).toMatch(/Nothing is compared/);
    await expect(
      look(create(), { values: 'a: [geheim' }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.not.stringContaining('geheim'),
    });
  });

  it('takes values with a key twice as helm does: the last one counts', async () => {
    const preview = await look(create(), {
      values: 'indexd: { enabled: true }\nindexd: { enabled: false }\n',
      source: 'demo',
    });
    expect(preview.summary).toMatchObject({ objects: 3, services: ['fence'] });
  });

  it('says why the chart does not render, without a value', async () => {
    const failure = look(create(), { values: 'fence: { image: geheim }' });
    await expect(failure).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /does not render.*charts\/fence\/templates\/fence\.yaml/,
      ),
    });
    await expect(failure).rejects.not.toThrow(/geheim/);
  });

  it('shows the files alone when there is no helm, when it hangs, or when there is no chart', async () => {
    const script = join(folder, 'hanging-helm');
    writeFileSync(script, '#!/bin/sh\nsleep 300\n', { mode: 0o755 });
    const cases: [Parameters<typeof create>[0], RegExp][] = [
      [{ helm: { binary: 'no-such-helm' } }, /install helm/],
      [{ helm: { binary: script, timeoutMs: 300 } }, /within 300 ms/],
      [{ path: 'helm/nowhere' }, /gen3\.changes\.chart/],
    ];
    for (const [options, message] of cases) {
      const logger = mockServices.logger.mock();
      const service = create({ ...options, logger });
      // One after the other: each is a case of its own.
      // eslint-disable-next-line no-await-in-loop
      const preview = await ask(service, answersOf());
      expect(preview).toEqual({
        rendered: false,
        whyNotRendered: expect.stringMatching(message),
        files: expect.arrayContaining([
          expect.objectContaining({ path: VALUES_PATH }),
        ]),
        notes: [],
        asOf: expect.any(String),
      });
      // eslint-disable-next-line no-await-in-loop
      await expect(ask(service, { values: '{}' })).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(message),
      });
      // Whoever operates the portal is told once.
      expect(logger.warn.mock.calls).toEqual([
        [
          expect.stringContaining('cannot be rendered'),
          {
            repository: `file://${folder}`,
            reason: expect.stringMatching(message),
          },
        ],
      ]);
    }
  });

  it('takes a version of the chart that is asked for and not there for a mistake', async () => {
    await expect(
      look(create(), answersOf({ chartRevision: 'nowhere' })),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
