import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  changeDetailsSchema,
  changesPageSchema,
  placeOfFinding,
  preflightResponseSchema,
  renderedPreviewSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { join } from 'node:path';
import request from 'supertest';
import gen3Plugin from '.';
import {
  createBareRepository,
  type TestRepository,
} from './__testUtils__/createBareRepository';

// These tests start git and a whole plugin.
jest.setTimeout(120_000);

const ALMA = 'user:default/alma-reyes';
const TOMAS = 'user:default/tomas-lindqvist';

const answers = {
  hostname: 'dev.brain.example.org',
  owner: 'group:default/csoc',
  source: 'demo',
  cluster: 'organnonprod',
  release: '2026.10',
};

/** A small chart in place of the published one, for which a network would be needed. */
const CHART = {
  repoUrl: join(__dirname, '__fixtures__/charts'),
  path: 'gen3',
  revision: 'main',
};

function headerOf(who: string | undefined): string {
  if (who === 'service') return mockCredentials.service.header();
  return who ? mockCredentials.user.header(who) : mockCredentials.none.header();
}

/** States of the steps of a change, in their order. */
function statesOf(body: unknown): string[] {
  return changeDetailsSchema.parse(body).steps.map(({ state }) => state);
}

describe('changes', () => {
  let repository: TestRepository;
  let stop: () => Promise<void>;

  beforeEach(() => {
    repository = createBareRepository();
  });

  afterEach(async () => {
    await stop();
    repository.remove();
  });

  async function start(
    options: { entities?: { name: string }[]; denied?: string[] } = {},
  ) {
    const { entities = [], denied = [] } = options;
    const backend = await startTestBackend({
      features: [
        gen3Plugin,
        catalogServiceMock.factory({
          entities: [
            ...entities.map(({ name }) => ({
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'System',
              metadata: {
                name,
                namespace: 'default',
                annotations: {
                  'gen3.org/hostname': name,
                  'gen3.org/probing': 'off',
                },
              },
              spec: {
                type: 'gen3-commons',
                owner: 'group:default/csoc',
                lifecycle: 'production',
              },
            })),
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name: 'csoc', namespace: 'default' },
              spec: { type: 'team', children: [] },
            },
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'alma-reyes', namespace: 'default' },
              spec: {
                profile: {
                  displayName: 'Alma Reyes',
                  email: 'alma@csoc.example',
                },
              },
            },
          ],
        }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result: denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            gen3: { changes: { releases: ['2026.10'], chart: CHART } },
            catalog: {
              providers: {
                gen3: {
                  demo: {
                    type: 'gitops',
                    url: repository.url,
                    aliases: ['https://git.example/csoc/gitops.git'],
                  },
                  remote: {
                    type: 'gitops',
                    url: 'https://git.invalid/csoc/gitops.git',
                  },
                },
              },
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
    const { server } = backend;
    return (
      user: string | undefined,
      method: 'get' | 'post',
      path: string,
      body?: object,
    ) => {
      const sent = request(server)[method](`/api/gen3${path}`);
      sent.set('Authorization', headerOf(user));
      return body ? sent.send(body) : sent;
    };
  }

  type Call = Awaited<ReturnType<typeof start>>;

  /** Accepts every warning, as a person does who has read them. */
  async function acceptAll(call: Call, given: object = answers) {
    const { body } = await call(ALMA, 'post', '/preflight', { answers: given });
    const { findings } = preflightResponseSchema.parse(body);
    return findings.map(finding => ({
      id: finding.id,
      where: placeOfFinding(finding),
      reason: 'It is a playground',
    }));
  }

  const propose = async (call: Call, more: object = {}) =>
    call(ALMA, 'post', '/changes', {
      kind: 'launch',
      answers,
      accept: await acceptAll(call),
      ...more,
    });

  it('launches a commons with four eyes', async () => {
    const call = await start();
    const proposed = await propose(call);
    expect(proposed.status).toBe(201);
    const change = changeDetailsSchema.parse(proposed.body);
    expect(change).toMatchObject({
      state: 'open',
      title: 'Launch dev.brain.example.org',
      author: ALMA,
      may: { approve: false, merge: false, close: true },
      whyNot: expect.stringContaining('somebody else'),
    });
    expect(statesOf(change).slice(0, 4)).toEqual([
      'done',
      'running',
      'waiting',
      'waiting',
    ]);
    const files = [
      'organnonprod/dev.brain.example.org/Chart.yaml',
      'organnonprod/dev.brain.example.org/templates/app.yaml',
      'organnonprod/dev.brain.example.org/values.yaml',
      'organnonprod/dev.brain.example.org/values/values.yaml',
    ];
    expect(repository.files(change.branch)).toEqual(files);
    expect(repository.files()).toEqual([]);
    expect(
      repository.git('log', '-1', '--format=%an <%ae>', change.branch),
    ).toBe('Alma Reyes <alma@csoc.example>');

    const path = `/changes/${change.id}`;
    expect((await call(ALMA, 'post', `${path}/approve`, {})).status).toBe(403);
    expect((await call(TOMAS, 'post', `${path}/merge`, {})).status).toBe(403);
    const approved = await call(TOMAS, 'post', `${path}/approve`, {});
    expect(approved.body).toMatchObject({
      approvals: [{ by: TOMAS }],
      may: { approve: false, merge: true },
    });
    expect(statesOf(approved.body).slice(0, 3)).toEqual([
      'done',
      'done',
      'running',
    ]);
    const merged = await call(TOMAS, 'post', `${path}/merge`, {});
    expect(merged.body).toMatchObject({ state: 'merged' });
    expect(statesOf(merged.body).slice(0, 4)).toEqual([
      'done',
      'done',
      'done',
      'running',
    ]);
    expect(repository.files()).toEqual(files);
    expect((await call(TOMAS, 'post', `${path}/merge`, {})).status).toBe(409);
  });

  it('lists what was proposed', async () => {
    const call = await start();
    await propose(call);
    const { body } = await call(TOMAS, 'get', '/changes?state=ongoing');
    expect(changesPageSchema.parse(body)).toMatchObject({
      totalItems: 1,
      items: [
        {
          hostname: 'dev.brain.example.org',
          state: 'open',
          step: { id: 'checks', title: 'Reviewed', state: 'running' },
        },
      ],
    });
  });

  it('refuses a hostname that a commons has', async () => {
    const call = await start({ entities: [{ name: answers.hostname }] });
    const { body } = await call(ALMA, 'post', '/preflight', { answers });
    expect(preflightResponseSchema.parse(body).findings[0]).toMatchObject({
      id: 'hostname-taken',
      severity: 'error',
      where: { field: 'hostname' },
    });
    const refused = await propose(call);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/hostname-taken/);
    expect(repository.git('branch', '--list')).toBe('* main');
  });

  it('lets exactly one of two launch the same hostname', async () => {
    const call = await start();
    const accept = await acceptAll(call);
    const body = { kind: 'launch', answers, accept };
    const results = await Promise.all([
      call(ALMA, 'post', '/changes', body),
      call(TOMAS, 'post', '/changes', body),
    ]);
    const statuses = results.map(({ status }) => status).sort();
    // The second is told by the reservation, or by preflight when the first is far enough.
    expect(statuses[0]).toBe(201);
    expect([400, 409]).toContain(statuses[1]);
    const { body: page } = await call(ALMA, 'get', '/changes');
    expect(page.totalItems).toBe(1);
    expect(repository.git('branch', '--list').split('\n')).toHaveLength(2);
  });

  it('wants a reason for every warning', async () => {
    const call = await start();
    const { status, body } = await propose(call, { accept: [] });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/database-in-namespace/);
  });

  it('answers the same key with the same change', async () => {
    const call = await start();
    const more = { idempotencyKey: 'task-0001', accept: await acceptAll(call) };
    const first = await propose(call, more);
    const again = await propose(call, more);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('answers the same key with the same change when it comes twice at once', async () => {
    const call = await start();
    const more = { idempotencyKey: 'task-0001', accept: await acceptAll(call) };
    const both = await Promise.all([propose(call, more), propose(call, more)]);
    const [first, second] = both.map(({ status, body }) => [status, body.id]);
    expect(first).toEqual([201, expect.any(String)]);
    expect(second).toEqual(first);
    const { status } = await call(ALMA, 'post', '/changes/dry-run', {
      kind: 'launch',
      answers,
      ...more,
    });
    expect(status).toBe(200);
  });

  it('says of a key whose change was abandoned that it came to nothing', async () => {
    const call = await start();
    const more = { idempotencyKey: 'task-0001', accept: await acceptAll(call) };
    const { body: change } = await propose(call, more);
    await call(ALMA, 'post', `/changes/${change.id}/close`, {});
    const again = await propose(call, more);
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(/Closed by .* Propose it anew/);
  });

  it('leaves nothing behind when the repository refuses', async () => {
    const call = await start();
    const accept = await acceptAll(call);
    repository.git('update-ref', '-d', 'refs/heads/main');
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/other');
    const { status } = await propose(call, { accept });
    expect(status).toBe(409);
    expect(repository.git('branch', '--list')).toBe('');
  });

  it('closes what nobody wants, and the hostname is free again', async () => {
    const call = await start();
    const { body: change } = await propose(call);
    const closed = await call(ALMA, 'post', `/changes/${change.id}/close`, {
      reason: 'A mistake',
    });
    expect(closed.body).toMatchObject({
      state: 'abandoned',
      endReason: 'Closed by Alma Reyes: A mistake',
    });
    expect(new Set(statesOf(closed.body))).toEqual(
      new Set(['done', 'skipped']),
    );
    expect(repository.git('branch', '--list')).toBe('* main');
    expect((await propose(call)).status).toBe(201);
  });

  it('says that a repository elsewhere cannot be written to', async () => {
    const call = await start();
    const { status, body } = await propose(call, {
      answers: { ...answers, source: 'remote' },
    });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('not on this machine'),
    ]);
  });

  it('shows what a launch would do before it is proposed', async () => {
    const call = await start();
    const { status, body } = await call(ALMA, 'post', '/preview', { answers });
    expect(status).toBe(200);
    const { files, summary, objects } = renderedPreviewSchema.parse(body);
    expect(files.map(({ path }) => path)).toContain(
      'organnonprod/dev.brain.example.org/values/values.yaml',
    );
    expect(summary).toMatchObject({ added: 5, services: ['fence', 'indexd'] });
    expect(objects.map(({ name }) => name)).toContain('fence-deployment');
    expect(repository.files()).toEqual([]);
  });

  it('judges keys by the chart that would be deployed', async () => {
    const call = await start();
    const values = 'fence: { replicaCuont: 3 }';
    const { body } = await call(ALMA, 'post', '/preflight', { values });
    expect(preflightResponseSchema.parse(body).findings).toContainEqual(
      expect.objectContaining({
        id: 'unknown-keys',
        what: expect.stringContaining('did you mean fence.replicaCount?'),
      }),
    );
  });

  it('tells other plugins, and no people, what is on its way', async () => {
    const call = await start();
    await propose(call);
    const path = '/launches?source=demo';
    const asService = await call('service', 'get', path);
    expect(asService.body).toMatchObject({
      items: [{ hostname: 'dev.brain.example.org', cluster: 'organnonprod' }],
    });
    expect((await call(ALMA, 'get', path)).status).toBe(403);
  });

  it.each([
    ['post', '/preflight', { answers }],
    ['post', '/preview', { answers }],
    ['get', '/commons/default/x/edit-options', undefined],
    ['post', '/changes', { kind: 'launch', answers }],
    ['get', '/changes', undefined],
    ['get', '/launches?source=demo', undefined],
    ['get', '/changes/x', undefined],
    ['post', '/changes/x/approve', {}],
    ['post', '/changes/x/merge', {}],
    ['post', '/changes/x/close', {}],
  ] as const)('needs credentials for %s %s', async (method, path, body) => {
    const call = await start();
    expect((await call(undefined, method, path, body)).status).toBe(401);
  });

  it.each([
    ['post', '/preflight', { answers }],
    ['post', '/preview', { answers }],
    ['get', '/commons/default/x/edit-options', undefined],
    ['post', '/changes', { kind: 'launch', answers }],
  ] as const)(
    'needs the permission to propose for %s %s',
    async (method, path, body) => {
      const call = await start({ denied: ['gen3.change.propose'] });
      const answer = await call(ALMA, method, path, body);
      expect([answer.status, answer.body.error.message]).toEqual([
        403,
        expect.stringContaining('gen3.change.propose'),
      ]);
    },
  );

  it('lets nobody approve without the permission', async () => {
    const call = await start({ denied: ['gen3.change.approve'] });
    const { body: change } = await propose(call);
    const { status, body } = await call(
      TOMAS,
      'post',
      `/changes/${change.id}/approve`,
      {},
    );
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('gen3.change.approve'),
    ]);
  });

  it('judges a values file', async () => {
    const call = await start();
    const { body } = await call(ALMA, 'post', '/preflight', {
      values: 'global: { hostname: heart.example.org, dev: true }\n',
      tier: 'production',
    });
    const { findings, summary } = preflightResponseSchema.parse(body);
    expect(findings.map(({ id }) => id)).toContain('database-in-namespace');
    expect(summary).toBeUndefined();
  });

  it.each([
    ['no YAML', { values: 'a: [b' }, /values: is not YAML \(line/],
    ['a list', { values: '- a' }, /no map of values/],
    ['an unknown answer', { answers: { ...answers, x: 1 } }, /answers\.x/],
    ['nothing', {}, /: /],
  ])('refuses %s', async (_, body, message) => {
    const call = await start();
    const answer = await call(ALMA, 'post', '/preflight', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });
});
