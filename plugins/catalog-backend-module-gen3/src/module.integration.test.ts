import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { sourcesResponseSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Knex } from 'knex';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import { GitOrigin } from './__testUtils__/GitOrigin';
import catalogModuleGen3 from './index';
import { REPEAT_AFTER_MS } from './provider/EntityPublisher';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const A = 'a.example.org';
const B = 'b.example.org';

const manifestOf = (hostname: string) =>
  JSON.stringify({
    versions: { fence: 'quay.io/cdis/fence:2026.07', indexd: 'indexd:2026.07' },
    global: { hostname, environment: 'prod' },
  });

async function startPortal(options: {
  gen3?: JsonObject;
  knex?: Knex;
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}) {
  const { server } = await startTestBackend({
    features: [
      catalogBackend,
      catalogModuleGen3,
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            ...(options.gen3 ? { providers: { gen3: options.gen3 } } : {}),
          },
        },
      }),
    ],
  });
  const refresh = (id: string) =>
    request(server).post(`/api/catalog/gen3/sources/${id}/refresh`).expect(202);
  const listSources = async () => {
    const { body } = await request(server)
      .get('/api/catalog/gen3/sources')
      .expect(200);
    return sourcesResponseSchema.parse(body).items;
  };
  /** All sources once each was tried. */
  const listSettled = async () => {
    for (;;) {
      const sources = await listSources();
      const isSettled = sources.every(
        ({ state, running }) => state !== 'never-run' && !running,
      );
      if (isSettled) return sources;
      // Runs happen in the background; jest's timeout ends this.
      await wait(50);
    }
  };
  /** The entity once the catalog has processed it into what the test waits for. */
  const findEntity = async (
    path: string,
    isReady: (entity: Entity) => boolean,
  ): Promise<Entity> => {
    for (;;) {
      const { status, body } = await request(server).get(
        `/api/catalog/entities/by-name/${path}`,
      );
      if (status === 200 && isReady(body)) {
        return body;
      }
      // The catalog processes in the background and offers no event to wait for; jest's timeout ends this.
      await wait(50);
    }
  };
  return { server, refresh, listSources, listSettled, findEntity };
}

type Portal = Awaited<ReturnType<typeof startPortal>>;

const annotation = (entity: Entity, name: string) =>
  entity.metadata.annotations?.[`gen3.org/${name}`];

describe('catalogModuleGen3', () => {
  const directory = createMockDirectory();

  it('does nothing but answer when no source is configured', async () => {
    const { listSources } = await startPortal({});
    expect(await listSources()).toEqual([]);
  });

  it('stops the catalog with the full path of a bad key', async () => {
    await expect(
      startPortal({ gen3: { demo: { type: 'static', comons: [] } } }),
    ).rejects.toThrow(/catalog\.providers\.gen3\.demo.*comons/);
  });

  // One of them stopped the whole portal.
  it.each([
    [
      'of a type that does not exist',
      { type: 'gitop', url: 'https://git.nowhere/o/r' },
      { type: 'gitop', target: 'config' },
      /^.*catalog\.providers\.gen3\.far\.type: unknown source type "gitop"; use one of gitops, manifest, static, kubernetes$/,
    ],
    [
      'on a host without an integration',
      { type: 'gitops', url: 'https://git.nowhere/o/r' },
      { type: 'gitops', target: 'https://git.nowhere/o/r' },
      /catalog\.providers\.gen3\.far\.url: The host "git\.nowhere" .* has no integration/,
    ],
  ])(
    'shows a source %s as failed, and reads the others',
    async (_, far, shown, error) => {
      const { refresh, listSettled, findEntity } = await startPortal({
        gen3: { far, list: { type: 'static', commons: [{ hostname: A }] } },
      });
      await refresh('list');
      await refresh('far');

      await findEntity(`system/default/${A}`, () => true);
      const sources = await listSettled();
      expect(sources).toMatchObject([
        { id: 'far', state: 'failed', ...shown },
        { id: 'list', state: 'ok' },
      ]);
      expect(sources[0]?.error).toMatch(error);
    },
  );

  it('registers a commons with services, cluster and mesh from a list in config', async () => {
    const { refresh, findEntity } = await startPortal({
      gen3: {
        type: 'static',
        owner: 'group:default/ops',
        commons: [
          {
            hostname: A,
            title: 'Hub',
            services: ['fence:2026.07', 'arborist:2026.07'],
            cluster: 'east',
            meshMembers: [B],
          },
          { hostname: B },
        ],
      },
    });
    await refresh('default');

    const hub = await findEntity(
      `system/default/${A}`,
      ({ relations = [] }) =>
        relations.filter(({ type }) => type === 'dependsOn').length === 2,
    );
    expect(hub.relations).toEqual(
      expect.arrayContaining([
        { type: 'dependsOn', targetRef: `system:default/${B}` },
        { type: 'dependsOn', targetRef: 'resource:default/east' },
        { type: 'ownedBy', targetRef: 'group:default/ops' },
        { type: 'hasPart', targetRef: `component:default/${A}-fence` },
      ]),
    );
    expect(hub.metadata.description).toContain(`${A}. Services: arborist`);

    const node = await findEntity(`system/default/${B}`, ({ relations = [] }) =>
      relations.some(({ type }) => type === 'dependencyOf'),
    );
    expect(annotation(node, 'mesh-role')).toBe('node');

    const fence = await findEntity(
      `component/default/${A}-fence`,
      ({ relations = [] }) => relations.length > 2,
    );
    expect(fence.spec).toMatchObject({
      type: 'gen3-service',
      lifecycle: 'production',
      dependsOn: [`component:default/${A}-arborist`, 'resource:default/east'],
    });
  });

  it('moves a commons to another source without a moment in which it is gone', async () => {
    const origin = await GitOrigin.create(directory.path);
    await origin.commit({
      [`${A}/manifest.json`]: manifestOf(A),
      [`${B}/manifest.json`]: manifestOf(B),
    });
    const { refresh, findEntity, listSources } = await startPortal({
      gen3: {
        git: { type: 'manifest', url: origin.url, maxDropPercent: 50 },
        list: { type: 'static', commons: [{ hostname: A }] },
      },
    });
    await refresh('git');
    await refresh('list');
    const before = await findEntity(
      `system/default/${A}`,
      entity => annotation(entity, 'source') === 'git',
    );
    expect(annotation(before, 'release')).toBe('2026.07');
    expect(await listSources()).toMatchObject([
      { id: 'git', state: 'ok', counts: { commons: 2, services: 4 } },
      { id: 'list', state: 'ok', counts: { commons: 1 } },
    ]);

    await origin.commit({ [`${A}/manifest.json`]: null });
    await refresh('git');
    const after = await findEntity(
      `system/default/${A}`,
      entity => annotation(entity, 'source') === 'list',
    );

    // A new uid would mean that the catalog had deleted it in between.
    expect(after.metadata.uid).toBe(before.metadata.uid);
  });

  // Nothing told the portal, so the entity never came back.
  it('brings back an entity that somebody deleted, within a day', async () => {
    const knex = await databases.init('SQLITE_3');
    const { server, refresh, findEntity } = await startPortal({
      gen3: { type: 'static', commons: [{ hostname: A }] },
      knex,
    });
    await refresh('default');
    const before = await findEntity(`system/default/${A}`, () => true);
    await request(server)
      .delete(`/api/catalog/entities/by-uid/${before.metadata.uid}`)
      .expect(204);
    await knex('gen3_emissions').update({
      handed_over_at: new Date(Date.now() - REPEAT_AFTER_MS).toISOString(),
    });

    await refresh('default');

    const after = await findEntity(`system/default/${A}`, () => true);
    expect(after.metadata.uid).not.toBe(before.metadata.uid);
  });

  it('keeps a commons whose manifest broke and names file and line', async () => {
    directory.clear();
    const origin = await GitOrigin.create(directory.path);
    await origin.commit({ [`${A}/manifest.json`]: manifestOf(A) });
    const { refresh, findEntity, listSources } = await startPortal({
      gen3: { git: { type: 'manifest', url: origin.url, branch: 'main' } },
    });
    await refresh('git');
    await origin.commit({
      [`${A}/manifest.json`]: '{\n  "versions": {\n    secret\n  }\n}',
    });
    await refresh('git');

    expect((await listSources())[0]).toMatchObject({
      counts: { commons: 1, quarantined: 1 },
      quarantined: [
        {
          hostname: A,
          served: true,
          finding: {
            line: 3,
            message: `${A}/manifest.json is not valid JSON: it breaks in line 3`,
          },
        },
      ],
    });
    expect(await findEntity(`system/default/${A}`, () => true)).toBeDefined();
  });

  describe('routes', () => {
    const gen3 = {
      demo: { type: 'static', commons: [{ hostname: A }] },
    };
    const routes: Array<['get' | 'post', string, number]> = [
      ['get', 'sources', 200],
      ['get', 'openapi.json', 200],
      ['post', 'sources/demo/refresh', 202],
      ['post', 'sources/demo/confirm-drop', 409],
      ['post', 'sources/other/refresh', 404],
    ];

    describe('to those with permission', () => {
      let server: Portal['server'];

      beforeAll(async () => {
        ({ server } = await startPortal({ gen3 }));
      });

      it.each(routes)('%s %s asks for credentials', async (method, path) => {
        const { status } = await request(server)
          [method](`/api/catalog/gen3/${path}`)
          .set('Authorization', mockCredentials.none.header());
        expect(status).toBe(401);
      });

      it.each(routes)('%s %s answers %p', async (method, path, expected) => {
        for (const header of [
          mockCredentials.user.header(),
          mockCredentials.service.header(),
        ]) {
          const { status } = await request(server)
            [method](`/api/catalog/gen3/${path}`)
            .set('Authorization', header);
          expect(status).toBe(expected);
        }
      });

      it('names the sources that there are', async () => {
        const { body } = await request(server).post(
          '/api/catalog/gen3/sources/other/refresh',
        );
        expect(body.error.message).toBe(
          'There is no source "other"; known sources are "demo"',
        );
      });
    });

    describe('to those without permission', () => {
      let server: Portal['server'];

      beforeAll(async () => {
        ({ server } = await startPortal({
          gen3,
          result: AuthorizeResult.DENY,
        }));
      });

      it.each(routes)('%s %s says which is missing', async (method, path) => {
        const { status, body } = await request(server)[method](
          `/api/catalog/gen3/${path}`,
        );
        expect(status).toBe(403);
        expect(body.error.message).toMatch(/permission "gen3\.source\./);
      });
    });
  });
});
