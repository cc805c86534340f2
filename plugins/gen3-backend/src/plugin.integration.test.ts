import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clustersPageSchema,
  commonsHealthResponseSchema,
  fleetPageSchema,
  fleetSummarySchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import createRouter from 'express-promise-router';
import request from 'supertest';
import gen3Plugin, { gen3CommonsConditions } from '.';

jest.setTimeout(60_000);

const system = (
  hostname: string,
  annotations: Record<string, string> = {},
  owner = 'heart-team',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: hostname,
    namespace: 'default',
    annotations: {
      'gen3.org/hostname': hostname,
      // Nothing may be asked in this test.
      'gen3.org/probing': 'off',
      ...annotations,
    },
  },
  spec: { type: 'gen3-commons', owner, lifecycle: 'production' },
});

const entities = [
  system('heart.example', {
    'gen3.org/services': 'fence,indexd',
    'backstage.io/kubernetes-cluster': 'east-1',
    'backstage.io/kubernetes-namespace': 'heart',
  }),
  system(
    'kidney.example',
    {
      'backstage.io/kubernetes-cluster': 'west-1',
      'backstage.io/kubernetes-namespace': 'kidney',
    },
    'kidney-team',
  ),
  // Its address is refused before anything is sent: a private one that config does not allow.
  system('lung.example', {
    'gen3.org/probing': 'on',
    'gen3.org/base-url': 'https://127.0.0.1:1',
  }),
  system('broken.example', { 'gen3.org/probing': 'maybe' }),
  {
    ...system('other.example'),
    metadata: { name: 'other', namespace: 'default' },
    spec: { type: 'product', owner: 'x' },
  },
];

/** As Backstage's with one cluster, whose API server says nothing but its version. */
const kubernetesPlugin = createBackendPlugin({
  pluginId: 'kubernetes',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = createRouter();
        router.get('/clusters', (_req, res) => {
          res.json({ items: [{ name: 'spare' }] });
        });
        router.get('/proxy/version', (_req, res) => {
          res.json({ gitVersion: 'v1.35.2' });
        });
        router.use('/proxy', (_req, res) => {
          res.status(404).type('text').send('404 page not found');
        });
        httpRouter.use(router);
      },
    });
  },
});

const routes = [
  ['get', '/api/gen3/fleet', 200],
  ['get', '/api/gen3/fleet/summary', 200],
  ['get', '/api/gen3/launch-options', 200],
  ['get', '/api/gen3/clusters', 200],
  ['get', '/api/gen3/commons/default/heart.example/health', 200],
  ['get', '/api/gen3/commons/default/heart.example/workloads', 200],
  ['get', '/api/gen3/commons/default/heart.example/jobs', 200],
  ['get', '/api/gen3/commons/default/heart.example/deployment', 200],
  ['post', '/api/gen3/commons/default/heart.example/refresh', 409],
  ['get', '/api/gen3/commons/default/heart.example/edit-options', 400],
  ['get', '/api/gen3/openapi.json', 200],
] as const;

describe('gen3Plugin', () => {
  const start = (
    ...features: Parameters<typeof startTestBackend>[0]['features'] & {}
  ) =>
    startTestBackend({
      features: [
        gen3Plugin,
        catalogServiceMock.factory({ entities }),
        ...features,
      ],
    });

  it('starts without config and serves the fleet that the catalog knows', async () => {
    const { server } = await start();

    const page = await request(server).get('/api/gen3/fleet').expect(200);
    expect(
      fleetPageSchema.parse(page.body).items.map(item => item.hostname),
    ).toEqual(['lung.example', 'heart.example', 'kidney.example']);

    const summary = await request(server)
      .get('/api/gen3/fleet/summary')
      .expect(200);
    expect(fleetSummarySchema.parse(summary.body).byStatus.unknown).toBe(3);

    const health = await request(server)
      .get('/api/gen3/commons/default/heart.example/health')
      .expect(200);
    expect(commonsHealthResponseSchema.parse(health.body)).toMatchObject({
      hostname: 'heart.example',
      probing: 'off',
      health: { status: 'unknown', cause: 'probing-off' },
    });
  });

  it('says what is wrong with a query, and how to mend it', async () => {
    const { server } = await start();
    const message = async (query: string) => {
      const answer = await request(server)
        .get(`/api/gen3/fleet?${query}`)
        .expect(400);
      return answer.body.error.message;
    };

    expect(await message('limit=5000')).toMatch(/^limit: "5000" .*200/);
    expect(await message('status=broken')).toMatch(/^status: "broken" .*"up"/);
    expect(await message('colour=red')).toMatch(/^"colour": .*known are limit/);
    expect(await message('cursor=nonsense')).toMatch(/^cursor: "nonsense"/);
    expect(await message('q=he%00art')).toMatch(/^q: .*NUL character/);
    expect(await message('tier=a&tier=%00')).toMatch(/^tier: .*NUL character/);
  });

  it('refuses a name that cannot be one, for every verb', async () => {
    const { server } = await start();
    const path = '/api/gen3/commons/default/he%00art.example';
    const answers = [
      await request(server).get(`${path}/health`),
      await request(server).post(`${path}/refresh`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });

  it('pages through clusters, and says why it cannot see them without a kubernetes plugin', async () => {
    const { server } = await start();
    const pageOf = async (query: string) =>
      clustersPageSchema.parse(
        (await request(server).get(`/api/gen3/clusters?${query}`).expect(200))
          .body,
      );
    const first = await pageOf('limit=1');
    const second = await pageOf(`limit=1&cursor=${first.nextCursor}`);

    expect(first).toMatchObject({
      totalItems: 2,
      items: [
        {
          name: 'east-1',
          reachability: 'unknown',
          reason: expect.stringMatching(/kubernetes/),
          commons: { count: 1, first: [{ hostname: 'heart.example' }] },
        },
      ],
    });
    expect(second.items.map(({ name }) => name)).toEqual(['west-1']);
    expect(second.nextCursor).toBeUndefined();
    for (const query of ['limit=21', 'cursor=nonsense', 'colour=red']) {
      // One after the other: each answer is about one query.
      await request(server).get(`/api/gen3/clusters?${query}`).expect(400); // eslint-disable-line no-await-in-loop
    }
  });

  it('shows a cluster that only the kubernetes plugin knows', async () => {
    const { server } = await start(kubernetesPlugin);
    const { body } = await request(server).get('/api/gen3/clusters');
    const { items } = clustersPageSchema.parse(body);
    expect(items.map(({ name }) => name)).toEqual([
      'east-1',
      'spare',
      'west-1',
    ]);
    expect(items[1]).toMatchObject({
      reachability: 'reachable',
      version: '1.35.2',
      versionOf: 'api-server',
      latencyMs: expect.any(Number),
      commons: { count: 0 },
    });
  });

  it('names a commons that does not exist', async () => {
    const { server } = await start();
    const answer = await request(server)
      .get('/api/gen3/commons/default/nowhere.example/health')
      .expect(404);
    expect(answer.body.error.message).toContain(
      '"system:default/nowhere.example"',
    );
  });

  it('applies a conditional decision to rows, counts and single commons', async () => {
    const conditional = mockServices.permissions.mock({
      authorizeConditional: async () => [
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'gen3',
          resourceType: 'gen3-commons',
          conditions: gen3CommonsConditions.isOwner({
            claims: ['group:default/kidney-team'],
          }),
        },
      ],
    });
    const { server } = await start(conditional.factory);
    const page = await request(server).get('/api/gen3/fleet').expect(200);
    expect(
      fleetPageSchema.parse(page.body).items.map(item => item.hostname),
    ).toEqual(['kidney.example']);
    const summary = await request(server).get('/api/gen3/fleet/summary');
    expect(fleetSummarySchema.parse(summary.body).total).toBe(1);
    const of = (name: string) => `/api/gen3/commons/default/${name}/health`;
    await request(server).get(of('kidney.example')).expect(200);
    await request(server).get(of('heart.example')).expect(404);
    const clusters = await request(server).get('/api/gen3/clusters');
    expect(clustersPageSchema.parse(clusters.body)).toMatchObject({
      totalItems: 1,
      items: [{ name: 'west-1' }],
    });
  });

  it('lets the permission framework decide about a commons by its rules', async () => {
    const { server } = await start();
    const decide = async (resourceRef: string) => {
      const { body } = await request(server)
        .post('/api/gen3/.well-known/backstage/permissions/apply-conditions')
        .set('authorization', mockCredentials.service.header())
        .send({
          items: [
            {
              id: '1',
              resourceRef,
              resourceType: 'gen3-commons',
              conditions: gen3CommonsConditions.isOwner({
                claims: ['group:default/kidney-team'],
              }),
            },
          ],
        })
        .expect(200);
      return body.items[0].result;
    };
    expect(await decide('system:default/kidney.example')).toBe('ALLOW');
    expect(await decide('system:default/heart.example')).toBe('DENY');
    expect(await decide('system:default/nowhere.example')).toBe('DENY');
  });

  it('records who wanted a commons asked, and what became of it', async () => {
    const success = jest.fn();
    const fail = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success, fail }),
    });
    const { server } = await start(auditor.factory);
    const path = (name: string) => `/api/gen3/commons/default/${name}/refresh`;

    const accepted = await request(server)
      .post(path('lung.example'))
      .expect(202);
    expect(accepted.body).toEqual({ scheduled: true });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'commons-refresh',
        meta: { entityRef: 'system:default/lung.example' },
      }),
    );
    expect(success).toHaveBeenCalledWith({ meta: { scheduled: true } });

    await request(server).post(path('heart.example')).expect(409);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'ConflictError' }),
    });
  });

  it('records who was not allowed to have a commons asked', async () => {
    const fail = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail }),
    });
    const { server } = await start(
      auditor.factory,
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    );
    await request(server)
      .post('/api/gen3/commons/default/lung.example/refresh')
      .expect(403);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
    });
  });

  it('describes its routes', async () => {
    const { server } = await start();
    const { body } = await request(server)
      .get('/api/gen3/openapi.json')
      .expect(200);
    expect(Object.keys(body.paths)).toEqual([
      '/fleet',
      '/fleet/summary',
      '/launch-options',
      '/clusters',
      '/commons/{namespace}/{name}/health',
      '/commons/{namespace}/{name}/workloads',
      '/commons/{namespace}/{name}/jobs',
      '/commons/{namespace}/{name}/deployment',
      '/commons/{namespace}/{name}/refresh',
      '/commons/{namespace}/{name}/edit-options',
      '/preflight',
      '/preview',
      '/changes',
      '/changes/dry-run',
      '/launches',
      '/changes/{id}',
      '/changes/{id}/open',
      '/changes/{id}/opened',
      '/changes/{id}/approve',
      '/changes/{id}/merge',
      '/changes/{id}/close',
    ]);
    expect(body.info.description).toContain('/api/catalog/gen3/sources');
  });

  it('refuses to start with config that is wrong, and says which key', async () => {
    await expect(
      start(
        mockServices.rootConfig.factory({
          data: { gen3: { health: { intervalMs: 5 } } },
        }),
      ),
    ).rejects.toThrow('gen3.health.intervalMs: 5 is not accepted');
  });

  describe.each(routes)('%s %s', (method, path, allowed) => {
    it('is for those with credentials and permission', async () => {
      const statusOf = async (
        server: Parameters<typeof request>[0],
        credentials: string,
      ) =>
        (await request(server)[method](path).set('authorization', credentials))
          .status;
      const { user, service, none } = mockCredentials;
      const denied = await start(
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      );
      expect(await statusOf(denied.server, user.header())).toBe(403);

      const { server } = await start();
      expect(await statusOf(server, none.header())).toBe(401);
      expect(await statusOf(server, user.header())).toBe(allowed);
      expect(await statusOf(server, service.header())).toBe(allowed);
    });
  });
});
