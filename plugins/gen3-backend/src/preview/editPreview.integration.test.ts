import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  createServiceRegistry,
  previewRequestSchema,
  renderedPreviewSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ChartStore,
  Gen3UpstreamError,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  CHART,
  editedFiles,
  FOLDER,
  HEART,
  VALUES,
} from '../__testUtils__/editedCommons';
import { createTarget } from '../changes/__testUtils__/createTarget';
import { createFakeHost } from '../changes/__testUtils__/createFakeHost';
import { heart } from '../edits/__testUtils__/commonsInGit';
import { ManifestRenderer } from './ManifestRenderer';
import { PreviewService } from './PreviewService';

// These tests start helm, which may take a while on a busy machine.
jest.setTimeout(120_000);

const { signal } = new AbortController();
const registry = createServiceRegistry();
const APP = `${FOLDER}/templates/app.yaml`;
const upgrade = { kind: 'upgrade', hostname: HEART, release: '2026.11' };
const remove = {
  kind: 'retire',
  hostname: HEART,
  step: 'remove',
  confirm: HEART,
};

describe('previews of edits', () => {
  let charts: ChartStore;
  let clock = 0;
  let work = { reads: 0, renderings: 0 };
  /** What the branch holds. */
  const held = new Map<string, string>();

  beforeEach(() => {
    charts = ChartStore.create({
      client: {
        download: async ({ hostname }) => {
          throw new Gen3UpstreamError({
            commons: hostname,
            operation: 'GET',
            upstreamCause: 'dns',
            detail: 'there is no such name',
          });
        },
      },
    });
    work = { reads: 0, renderings: 0 };
    held.clear();
    for (const [path, text] of Object.entries(editedFiles)) {
      held.set(path, text);
    }
  });

  afterEach(() => charts.close());

  function create(configured = CHART) {
    const helm = HelmRenderer.create();
    const target = createTarget({
      chart: configured,
      repoUrl: 'https://git.example/csoc/gitops.git',
    });
    return PreviewService.create({
      registry,
      targets: {
        require: () => ({
          target,
          host: {
            ...createFakeHost(),
            findFiles: async ({ matching }) =>
              [...held.keys()].filter(matching),
            readFiles: async ({ paths }) => {
              work.reads += 1;
              return new Map(paths.map(path => [path, held.get(path)]));
            },
          },
        }),
      },
      preflight: {
        plan: () => {
          throw new Error('an edit is no launch');
        },
      },
      charts,
      renderer: ManifestRenderer.create({
        helm: {
          renderFolder(rendering) {
            work.renderings += 1;
            return helm.renderFolder(rendering);
          },
        },
      }),
      helm,
      logger: mockServices.logger.mock(),
      defaultChart: CHART,
      maySee: async () => true,
      findCommons: async hostname => {
        if (hostname === HEART) return heart;
        throw new NotFoundError(`There is no commons "${hostname}"`);
      },
      now: () => clock,
    });
  }

  const look = async (service: PreviewService, edit: object) =>
    renderedPreviewSchema.parse(
      await service.preview(previewRequestSchema.parse({ edit }), {
        access: undefined,
        signal,
      }),
    );

  const setInApplication = (from: string | RegExp, to: string) =>
    held.set(APP, (held.get(APP) ?? '').replace(from, to));

  const standDown = () =>
    held.set(VALUES, `${held.get(VALUES)}  maintenanceMode: 'on'\n`);

  it('show no secret that git holds, neither in files nor in objects', async () => {
    const secret = 'GOCSPX-9f8e7d6c5b4a3210';
    held.set(
      VALUES,
      `${held.get(VALUES)}  custom:\n    client_secret: ${secret}\n`,
    );
    const preview = await look(create(), upgrade);
    expect(JSON.stringify(preview)).not.toContain(secret);
    const [file] = preview.files;
    for (const text of [file?.before, file?.after]) {
      expect(text).toContain('  custom:\n    <hidden>\n');
    }
  });

  it('show the files, the objects and the risks', async () => {
    const preview = await look(create(), upgrade);
    expect(preview.files.map(({ path }) => path)).toEqual([
      VALUES,
      `${FOLDER}/values/fence.yaml`,
    ]);
    expect(preview.objects).toMatchObject([
      {
        change: 'changed',
        name: 'fence-deployment',
        before: expect.stringContaining('fence:2026.10'),
        after: expect.stringContaining('fence:2026.11'),
      },
      { change: 'changed', name: 'indexd-dbcreate' },
    ]);
    expect(preview.risks.map(({ id }) => id)).toEqual([
      'immutable-job',
      'database-job',
    ]);
    expect(preview.summary).toMatchObject({ objects: 5, changed: 2 });
    expect(preview.chart).toMatchObject({ revision: CHART.revision });
    expect(preview.notes.join(' ')).not.toMatch(
      /Nothing is compared|not known/,
    );
  });

  it('read git and render once for the same edit, and read anew half a minute later', async () => {
    const service = create();
    const first = await look(service, upgrade);
    const done = { ...work };
    expect(await look(service, upgrade)).toEqual(first);
    expect(work).toEqual(done);
    held.set(VALUES, `${held.get(VALUES)}# more\n`);
    clock += 31_000;
    const later = await look(service, upgrade);
    expect(later.files[0]?.before).toContain('# more');
    expect(later.objects).toEqual(first.objects);
    // The values are the same.
    expect(work.renderings).toBe(done.renderings);
  });

  it('are refused for a commons that the caller may not see, each time', async () => {
    await expect(
      look(create(), { ...upgrade, hostname: 'no.example.org' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([
    ['with', /^nothing of it/, /deletes what is shown as removed/],
    ['without', /^ +- resources-finalizer.*\n/m, /Argo CD deletes nothing/],
  ])(
    'show that everything is removed, and what Argo CD does %s its finalizer',
    async (_, left, note) => {
      standDown();
      setInApplication(left, '');
      const preview = await look(create(), remove);
      expect(preview.files.map(({ path, after }) => [path, after])).toEqual(
        [...held.keys()]
          .filter(path => path.startsWith(FOLDER))
          .sort()
          .map(path => [path, undefined]),
      );
      expect(new Set(preview.objects.map(({ change }) => change))).toEqual(
        new Set(['removed']),
      );
      expect(preview.summary).toMatchObject({ objects: 0, removed: 5 });
      expect(preview.risks.map(({ id }) => id)).toEqual([
        'volume-removed',
        'secret-removed',
        'workload-removed',
      ]);
      expect(preview.notes.join(' ')).toMatch(note);
      expect(preview.notes.join(' ')).not.toMatch(/differ at each rendering/);
    },
  );

  it('say which values are not known', async () => {
    setInApplication(
      'valueFiles:\n',
      'valueFiles:\n          - values-prod.yaml\n',
    );
    const { notes } = await look(create(), upgrade);
    expect(notes[0]).toBe(
      '"values-prod.yaml" is a file of the chart: which values it sets is not known, and they are left out here.',
    );
  });

  it('take the chart of config where that of the Application cannot be had, and say so', async () => {
    setInApplication(`path: ${CHART.path}`, 'path: nowhere/gen3');
    const { notes, chart, objects } = await look(create(), upgrade);
    expect(notes[0]).toMatch(
      /^The chart that the Application names cannot be had, .*nowhere/,
    );
    expect(chart.repoUrl).toBe(CHART.repoUrl);
    expect(objects).toHaveLength(2);
  });

  // Only the chart of config was named, so people looked for what keeps the portal from a host that the commons does not use.
  it('name the chart of the Application first where that of config cannot be had either', async () => {
    setInApplication(`path: ${CHART.path}`, 'path: nowhere/gen3');
    const service = create({ ...CHART, path: 'neither/gen3' });
    const preview = await service.preview(
      previewRequestSchema.parse({ edit: upgrade }),
      { access: undefined, signal },
    );
    expect(preview).toMatchObject({
      rendered: false,
      whyNotRendered: expect.stringMatching(
        /^The chart that the Application names cannot be had: .*nowhere.*and the chart of the portal's config neither: .*neither/,
      ),
    });
  });

  it('ask nobody whom only git names', async () => {
    setInApplication(CHART.repoUrl, 'https://git.invalid/charts.git');
    const { notes, chart } = await look(create(), upgrade);
    expect(notes[0]).toMatch(/^The chart of the portal is rendered/);
    expect(chart.repoUrl).toBe(CHART.repoUrl);
  });
});
