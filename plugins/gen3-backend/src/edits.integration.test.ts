import {
  changeDetailsSchema,
  changesPageSchema,
  editOptionsSchema,
  pendingLaunchesSchema,
  preflightResponseSchema,
  renderedPreviewSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createBareRepository,
  type TestRepository,
} from './__testUtils__/createBareRepository';
import {
  CHART,
  editedEntities,
  editedFiles,
  FOLDER,
  HEART,
  LUNG,
  VALUES,
} from './__testUtils__/editedCommons';
import { startGen3Backend } from './__testUtils__/startGen3Backend';

// These tests start git, helm and a whole plugin.
jest.setTimeout(120_000);

const ALMA = 'user:default/alma-reyes';
const TOMAS = 'user:default/tomas-lindqvist';
const OPTIONS = `/commons/default/${HEART}/edit-options`;

describe('edits', () => {
  let repository: TestRepository;
  let stop: () => Promise<void>;
  /** What the portal does from time to time. */
  let follow: () => Promise<void>;

  beforeEach(() => {
    repository = createBareRepository();
    repository.commit(editedFiles);
  });

  afterEach(async () => {
    await stop();
    repository.remove();
  });

  async function start(annotations: Record<string, string> = {}) {
    const backend = await startGen3Backend({
      entities: editedEntities(annotations),
      config: {
        gen3: {
          changes: {
            releases: ['2026.10', '2026.11', '2027.03'],
            // Not what the Applications name, which counts.
            chart: { ...CHART, path: 'nowhere' },
          },
        },
        catalog: {
          providers: {
            gen3: { demo: { type: 'gitops', url: repository.url } },
          },
        },
      },
    });
    stop = backend.stop;
    follow = () => backend.triggerTask('gen3-follow-changes');
    return backend.call;
  }

  type Call = Awaited<ReturnType<typeof start>>;
  const propose = async (call: Call, body: object) =>
    call(ALMA, 'post', '/changes', { hostname: HEART, ...body });

  async function merge(call: Call, id: string) {
    await call(TOMAS, 'post', `/changes/${id}/approve`, {});
    const { body } = await call(TOMAS, 'post', `/changes/${id}/merge`, {});
    expect(body.error).toBeUndefined();
    return changeDetailsSchema.parse(body);
  }

  const diffOf = (branch: string) =>
    repository
      .git('diff', '-U0', 'main', branch)
      .split('\n')
      .filter(line => /^[-+](?![-+])/.test(line));

  it('upgrades to a release, and the diff shows that and nothing else', async () => {
    const call = await start();
    const { status, body } = await propose(call, {
      kind: 'upgrade',
      release: '2026.11',
    });
    expect([status, body.error]).toEqual([201, undefined]);
    const change = changeDetailsSchema.parse(body);
    expect(change).toMatchObject({
      kind: 'upgrade',
      state: 'open',
      title: `Upgrade ${HEART} to 2026.11`,
      owner: 'group:default/heart-team',
      branch: expect.stringMatching(
        /^chore\/apply_monthly_release_2026\.11_to_organprod_heart\.example\.org_\d{10}$/,
      ),
    });
    expect(diffOf(change.branch)).toEqual([
      "-  image: {tag: '2026.10'}",
      "+  image: {tag: '2026.11'}",
      '-    tag: "2026.10"',
      '+    tag: "2026.11"',
    ]);
    expect(repository.git('log', '-1', '--format=%s', change.branch)).toBe(
      `Updating organprod/${HEART} with 2026.11`,
    );
    expect(change.description).toMatch(/releases\/2026\/11[^]*## Risks\n\n\* /);
    expect(await merge(call, change.id)).toMatchObject({ state: 'merged' });
    expect(repository.show(VALUES)).toContain('tag: "2026.11"');
  });

  it('wants a reason for what may go wrong', async () => {
    const call = await start();
    const edit = { kind: 'upgrade', release: '2027.03' };
    const refused = await propose(call, edit);
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('skips-releases'),
    ]);
    const accepted = await propose(call, {
      ...edit,
      accept: [{ id: 'skips-releases', reason: 'All notes are read' }],
    });
    expect(accepted.body.error).toBeUndefined();
    expect(accepted.body.description).toContain('All notes are read');
  });

  it('refuses a release that nobody knows, as it does for launches', async () => {
    const call = await start();
    const { status, body } = await propose(call, {
      kind: 'upgrade',
      release: '2026.12',
      accept: [{ id: 'skips-releases', reason: 'x' }],
    });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('release-exists'),
    ]);
  });

  it('switches maintenance mode on and off, once each', async () => {
    const call = await start();
    const on = await propose(call, { kind: 'maintenance', mode: 'on' });
    expect(diffOf(on.body.branch)).toEqual(['+  maintenanceMode: "on"']);
    const busy = await propose(call, { kind: 'maintenance', mode: 'on' });
    expect([busy.status, busy.body.error.message]).toEqual([
      409,
      expect.stringContaining('has a change that has not ended'),
    ]);
    await call(ALMA, 'post', `/changes/${on.body.id}/close`, {});
    const off = await propose(call, { kind: 'maintenance', mode: 'off' });
    expect([off.status, off.body.error.message]).toEqual([
      409,
      expect.stringContaining('is off already'),
    ]);
  });

  it('judges an edit before it is proposed, and changes nothing', async () => {
    const call = await start();
    const { body } = await call(ALMA, 'post', '/preflight', {
      edit: { kind: 'upgrade', hostname: HEART, release: '2027.03' },
    });
    const { findings, checks, edit } = preflightResponseSchema.parse(body);
    expect(findings.map(({ id }) => id)).toEqual(['skips-releases']);
    expect(
      checks
        .filter(({ id }) => ['chart-renders', 'unknown-keys'].includes(id))
        .map(({ outcome }) => outcome),
    ).toEqual(expect.not.arrayContaining(['not-run']));
    expect(edit).toEqual({
      title: `Upgrade ${HEART} to 2027.03`,
      entityRef: `system:default/${HEART}`,
      files: [VALUES, `${FOLDER}/values/fence.yaml`],
      leftovers: [],
    });
    expect(repository.git('branch', '--list')).toBe('* main');
  });

  it('says of a commons with an open change that it has one, before and as somebody proposes another', async () => {
    const call = await start();
    const open = await propose(call, { kind: 'maintenance', mode: 'on' });
    const options = await call(ALMA, 'get', OPTIONS);
    expect(editOptionsSchema.parse(options.body)).toMatchObject({
      maintenance: 'off',
      openChange: { id: open.body.id, author: ALMA },
    });
    const edit = { kind: 'scale', hostname: HEART, replicas: { fence: 2 } };
    const { body } = await call(ALMA, 'post', '/preflight', { edit });
    expect(body.findings[0]).toMatchObject({
      id: 'change-open',
      severity: 'error',
      why: expect.stringContaining('files that the open one is about to alter'),
    });
    const tried = await call(ALMA, 'post', '/changes/dry-run', edit);
    const proposed = await propose(call, edit);
    expect([tried.status, proposed.status]).toEqual([409, 409]);
    expect(tried.body.error.message).toBe(proposed.body.error.message);
  });

  it('shows what an edit would do, and changes nothing', async () => {
    const call = await start();
    const preview = (user: string, edit: object) =>
      call(user, 'post', '/preview', { edit });
    const upgrade = { kind: 'upgrade', hostname: HEART, release: '2026.11' };
    const { status, body } = await preview(ALMA, upgrade);
    expect([status, body.error]).toEqual([200, undefined]);
    const { files, objects } = renderedPreviewSchema.parse(body);
    expect(files.map(({ path }) => path)).toEqual([
      VALUES,
      `${FOLDER}/values/fence.yaml`,
    ]);
    expect(objects.map(({ change, name }) => `${change} ${name}`)).toEqual([
      'changed fence-deployment',
      'changed indexd-dbcreate',
    ]);
    expect(repository.git('branch', '--list')).toBe('* main');

    const refused = [
      await preview(ALMA, { ...upgrade, hostname: 'no.example.org' }),
      await preview(ALMA, { ...upgrade, release: '2026.10' }),
      await preview(ALMA, { ...upgrade, release: 'newest' }),
    ];
    expect(refused.map(answer => answer.status)).toEqual([404, 409, 400]);
  });

  it('says in a dry run what would be proposed, refuses what would be refused, and changes nothing', async () => {
    const call = await start();
    const edit = { kind: 'upgrade', hostname: HEART, release: '2027.03' };
    const dryRun = (body: object) =>
      call(ALMA, 'post', '/changes/dry-run', body);

    const refused = await dryRun(edit);
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('skips-releases'),
    ]);
    const { status, body } = await dryRun({
      ...edit,
      accept: [{ id: 'skips-releases', reason: 'All notes are read' }],
    });
    expect([status, body]).toEqual([
      200,
      {
        title: `Upgrade ${HEART} to 2027.03`,
        hostname: HEART,
        entityRef: `system:default/${HEART}`,
        files: [VALUES, `${FOLDER}/values/fence.yaml`],
      },
    ]);

    expect(repository.git('branch', '--list')).toBe('* main');
    const changes = await call(ALMA, 'get', '/changes');
    expect(changesPageSchema.parse(changes.body).items).toEqual([]);
    const nobody = await call('service', 'post', '/changes/dry-run', edit);
    expect(nobody.status).toBe(403);
  });

  it('scales services', async () => {
    const call = await start();
    const { body } = await propose(call, {
      kind: 'scale',
      replicas: { indexd: 3 },
    });
    expect(body.error).toBeUndefined();
    expect(diffOf(body.branch)).toEqual(['+  replicaCount: 3']);
  });

  it('retires in two steps, and says what stays behind', async () => {
    const call = await start();
    const retire = (step: string) =>
      propose(call, { kind: 'retire', step, confirm: HEART });
    const early = await retire('remove');
    expect([early.status, early.body.error.message]).toEqual([
      409,
      expect.stringContaining('is not stood down'),
    ]);
    const down = await retire('stand-down');
    // Nobody asks the commons of this test, so there is nothing to wait for.
    expect(await merge(call, down.body.id)).toMatchObject({
      state: 'succeeded',
    });
    expect(repository.show(VALUES)).toContain('maintenanceMode: "on"');
    const { body } = await retire('remove');
    expect(body).toMatchObject({
      title: `Retire ${HEART}`,
      description: expect.stringContaining('`jupyter-pods-heart-helm`'),
    });
    await merge(call, body.id);
    expect(repository.files()).toEqual([
      `organprod/${LUNG}/app.yaml`,
      `organprod/${LUNG}/values.yaml`,
    ]);
    const { body: launches } = await call(
      'service',
      'get',
      '/launches?source=demo',
    );
    expect(pendingLaunchesSchema.parse(launches).items).toMatchObject([
      {
        hostname: HEART,
        lifecycle: 'retired',
        owner: 'group:default/heart-team',
        file: `${FOLDER}/templates/app.yaml`,
      },
    ]);
  });

  describe('in waves', () => {
    const upgrade = {
      kind: 'upgrade',
      imageTags: { fence: '2026.11', indexd: '2026.11' },
    };

    async function proposeWaves(call: Call) {
      const first = await propose(call, upgrade);
      const second = await propose(call, {
        ...upgrade,
        hostname: LUNG,
        after: [first.body.id],
      });
      expect(second.body).toMatchObject({
        state: 'proposing',
        may: { close: true },
        description: expect.stringContaining(first.body.id),
      });
      expect(repository.git('branch', '--list').split('\n')).toHaveLength(2);
      return { first: first.body.id, second: second.body.id };
    }

    async function lookLater(call: Call, id: string) {
      await follow();
      const { body } = await call(ALMA, 'get', `/changes/${id}`);
      return changeDetailsSchema.parse(body);
    }

    it('gives up the second when nobody can see the commons of the first answer', async () => {
      const call = await start();
      const { first, second } = await proposeWaves(call);
      expect(await lookLater(call, second)).toMatchObject({
        state: 'proposing',
      });
      await merge(call, first);
      expect(await lookLater(call, second)).toMatchObject({
        state: 'abandoned',
        endReason: expect.stringContaining('Nobody has seen the commons'),
      });
      expect((await call(ALMA, 'get', `/changes/${first}`)).body.state).toBe(
        'succeeded',
      );
    });

    it('gives up the second when the first is closed', async () => {
      const call = await start();
      const { first, second } = await proposeWaves(call);
      await call(ALMA, 'post', `/changes/${first}/close`, {});
      expect(await lookLater(call, second)).toMatchObject({
        state: 'abandoned',
        endReason: expect.stringContaining('The wave before did not succeed'),
      });
      expect(repository.git('branch', '--list')).toBe('* main');
    });

    it('lets one that waits be closed', async () => {
      const call = await start();
      const { second } = await proposeWaves(call);
      const { body } = await call(ALMA, 'post', `/changes/${second}/close`, {});
      expect(body).toMatchObject({ state: 'abandoned' });
    });

    it('refuses to wait for what is not there', async () => {
      const call = await start();
      const { status, body } = await propose(call, {
        ...upgrade,
        after: ['nope'],
      });
      expect([status, body.error.message]).toEqual([
        400,
        'after: there is no change "nope"',
      ]);
    });
  });

  it.each([
    [
      'a commons of others',
      { 'gen3.org/relationship': 'associated' },
      /is associated/,
    ],
    [
      'one that is in no repository',
      { 'gen3.org/gitops-path': '' },
      /is not declared in a GitOps repository/,
    ],
    [
      'one of a source that takes no changes',
      { 'gen3.org/source': 'other' },
      /no managed gitops source "other"/,
    ],
  ])('refuses %s', async (_, annotations, message) => {
    const call = await start(annotations);
    const refused = await Promise.all([
      propose(call, { kind: 'maintenance', mode: 'on' }),
      call(ALMA, 'get', OPTIONS),
    ]);
    refused.forEach(({ body }) => {
      expect(body.error.message).toMatch(message);
      expect(body.response.statusCode).toBe(400);
    });
    expect(repository.git('branch', '--list')).toBe('* main');
  });

  it('refuses a commons whose chart has gen3 as a dependency, and says what to edit', async () => {
    const call = await start();
    repository.commit({
      'charts/commons/Chart.yaml':
        'apiVersion: v2\nname: commons\nversion: 1.0.0\ndependencies:\n  - { name: gen3, version: 0.3.90 }\n',
      [`organprod/${LUNG}/app.yaml`]: repository
        .show(`organprod/${LUNG}/app.yaml`)
        .replace(`path: ${CHART.path}`, 'path: charts/commons'),
    });
    const { status, body } = await propose(call, {
      kind: 'maintenance',
      mode: 'on',
      hostname: LUNG,
    });
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringMatching(
        /under the key "gen3".* Edit .*"organprod\/lung\.example\.org\/values\.yaml" by hand/,
      ),
    ]);
  });

  it.each([
    ['a kind that there is not', { kind: 'explode' }, 400],
    ['a key that there is not', { kind: 'maintenance', mode: 'on', x: 1 }, 400],
    ['a mode that there is not', { kind: 'maintenance', mode: true }, 400],
    [
      'a commons that there is not',
      { kind: 'maintenance', mode: 'on', hostname: 'no.example.org' },
      404,
    ],
  ])('refuses %s', async (_, body, status) => {
    const call = await start();
    expect((await propose(call, body)).status).toBe(status);
  });
});
