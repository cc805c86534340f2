import {
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createServiceRegistry,
  sourcesResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import request from 'supertest';
import { commonsOf } from '../__testUtils__/readings';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { DatabaseSourceStore } from '../store/DatabaseSourceStore';
import { createSourcesRouter } from './createSourcesRouter';
import { SourcesService } from './SourcesService';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function start(options: { trigger?: () => Promise<void> } = {}) {
  const knex = await databases.init('SQLITE_3');
  const store = await DatabaseSourceStore.create({
    database: mockServices.database({ knex }),
  });
  let rows = 0;
  knex.on('query-response', response => {
    rows += Array.isArray(response) ? response.length : 0;
  });
  const gen3 = { demo: { type: 'static', commons: [] } };
  const triggered: string[] = [];
  const outcomes: string[] = [];
  const service = SourcesService.create({
    sources: readSourceConfigs(
      new ConfigReader({ catalog: { providers: { gen3 } } }),
      { registry: createServiceRegistry() },
    ),
    store,
    scheduler: mockServices.scheduler.mock({
      triggerTask: async id => {
        await options.trigger?.();
        triggered.push(id);
      },
    }),
  });
  const router = createSourcesRouter({
    service,
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
    auditor: mockServices.auditor.mock({
      createEvent: async ({ eventId, meta }) => ({
        success: async () => {
          outcomes.push(`${eventId} ${JSON.stringify(meta)} succeeded`);
        },
        fail: async ({ error }) => {
          outcomes.push(
            `${eventId} ${JSON.stringify(meta)} failed: ${error.name}`,
          );
        },
      }),
    }),
  });
  const app = express().use(router).use(mockErrorHandler());
  return { app, store, triggered, outcomes, rowsRead: () => rows };
}

async function hold(store: DatabaseSourceStore) {
  const at = '2026-11-22T10:00:00.000Z';
  await store.beginTry({ sourceId: 'demo', at, runningUntil: at });
  await store.recordHeld({
    sourceId: 'demo',
    held: {
      since: at,
      wouldDrop: ['a.example.org'],
      of: 1,
      maxDropPercent: 20,
    },
  });
}

/** Two commons: one that cannot be read any more, one that lacks a value file. */
async function recordMembers(store: DatabaseSourceStore) {
  const at = '2026-11-22T10:00:00.000Z';
  const finding = {
    severity: 'error',
    code: 'values-missing',
    message: 'There is no "values.yaml"',
    fix: 'Add it.',
  } as const;
  await store.beginTry({ sourceId: 'demo', at, runningUntil: at });
  await store.recordReading({
    sourceId: 'demo',
    at,
    fingerprint: 'one',
    members: [
      {
        member: 'a',
        commons: commonsOf('a.example.org'),
        findings: [],
        quarantine: { finding, since: at },
      },
      {
        member: 'b',
        commons: commonsOf('b.example.org'),
        findings: [finding],
      },
    ],
  });
}

describe('createSourcesRouter', () => {
  it('refreshes a source and audits it', async () => {
    const { app, triggered, outcomes } = await start();
    await request(app).post('/gen3/sources/demo/refresh').expect(202);
    expect(triggered).toEqual(['gen3:demo:refresh']);
    expect(outcomes).toEqual([
      'gen3-source-refresh {"source":"demo"} succeeded',
    ]);
  });

  it('audits what was refused', async () => {
    const { app, outcomes } = await start();
    await request(app).post('/gen3/sources/other/refresh').expect(404);
    await request(app).post('/gen3/sources/demo/confirm-drop').expect(409);
    expect(outcomes).toEqual([
      'gen3-source-refresh {"source":"other"} failed: NotFoundError',
      'gen3-source-confirm-drop {"source":"demo"} failed: ConflictError',
    ]);
  });

  it('confirms what is held and has the source read again', async () => {
    const { app, store, triggered } = await start();
    await hold(store);
    await request(app).post('/gen3/sources/demo/confirm-drop').expect(202);
    expect(triggered).toEqual(['gen3:demo:refresh']);
    const { sources } = await store.readSources(['demo']);
    expect(sources.get('demo')?.confirmed).toEqual(['a.example.org']);
  });

  // A page that was opened before the last run shows another list than the source holds by now.
  it('confirms no more than the person was shown', async () => {
    const { app, store, outcomes } = await start();
    await hold(store);
    const confirm = (body: object) =>
      request(app).post('/gen3/sources/demo/confirm-drop').send(body);
    // It once answered 202 and released nothing.
    const { body } = await confirm({
      commons: ['a.example.org', 'b.example.org'],
    }).expect(409);
    expect(body.error.message).toMatch(
      'Source "demo" does not hold back "b.example.org"; nothing was confirmed',
    );
    const { sources } = await store.readSources(['demo']);
    expect(sources.get('demo')?.confirmed).toBeUndefined();
    await confirm({ commons: [] }).expect(400);
    await confirm({ commons: 'a.example.org' }).expect(400);
    expect(outcomes.at(-1)).toBe(
      'gen3-source-confirm-drop {"source":"demo"} failed: InputError',
    );
  });

  it('takes a confirmation while the source is being read, for the run after that', async () => {
    const { app, store } = await start({
      trigger: async () => {
        throw new ConflictError('Task is already running');
      },
    });
    await hold(store);
    await request(app).post('/gen3/sources/demo/confirm-drop').expect(202);
    await request(app).post('/gen3/sources/demo/refresh').expect(409);
    const { sources } = await store.readSources(['demo']);
    expect(sources.get('demo')?.confirmed).toEqual(['a.example.org']);
  });

  it('tells of one commons what could not be read, and leaves out sources that do not know it', async () => {
    const { app, store } = await start();
    await recordMembers(store);
    const list = async (hostname: string) => {
      const { body } = await request(app)
        .get('/gen3/sources')
        .query({ hostname })
        .expect(200);
      return sourcesResponseSchema.parse(body).items;
    };
    expect(await list('a.example.org')).toMatchObject([
      {
        id: 'demo',
        counts: { commons: 2, quarantined: 1 },
        quarantined: [{ member: 'a', served: true }],
        findings: [],
      },
    ]);
    expect(await list('b.example.org')).toMatchObject([
      { quarantined: [], findings: [{ member: 'b', code: 'values-missing' }] },
    ]);
    expect(await list('c.example.org')).toEqual([]);
  });

  // Every open page asks again and again: once each request read all members of all sources.
  it('loads no members for the list, and only those of the commons for one', async () => {
    const { app, store, rowsRead } = await start();
    const at = '2026-11-22T10:00:00.000Z';
    await store.beginTry({ sourceId: 'demo', at, runningUntil: at });
    await store.recordReading({
      sourceId: 'demo',
      at,
      fingerprint: 'one',
      members: Array.from({ length: 1_000 }, (_, index) => ({
        member: `m${index}`,
        findings: [],
        commons: commonsOf(`c${index}.example.org`),
      })),
    });
    const before = rowsRead();
    const { body } = await request(app).get('/gen3/sources').expect(200);
    expect(body.items[0].counts.commons).toBe(1_000);
    expect(rowsRead() - before).toBeLessThanOrEqual(2);
    await request(app).get('/gen3/sources?hostname=c7.example.org').expect(200);
    expect(rowsRead() - before).toBeLessThanOrEqual(5);
  });

  it.each([
    [
      'hostname=https://a.example.org',
      'hostname: .* is not accepted: The hostname .* is a URL',
    ],
    ['hostname=a.example.org&hostname=b.example.org', 'must be one hostname'],
    ['hostnames=a.example.org', '"hostnames": not a parameter of this list'],
  ])('refuses the query "%s"', async (query, message) => {
    const { app } = await start();
    const { body } = await request(app)
      .get(`/gen3/sources?${query}`)
      .expect(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toMatch(new RegExp(message));
  });

  it('describes itself', async () => {
    const { app } = await start();
    const { body } = await request(app).get('/gen3/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toEqual([
      '/gen3/sources',
      '/gen3/sources/{id}/refresh',
      '/gen3/sources/{id}/confirm-drop',
      '/gen3/commons/{namespace}/{name}/commits',
    ]);
    expect(body.paths['/gen3/sources'].get.parameters).toEqual([
      expect.objectContaining({ name: 'hostname', required: false }),
    ]);
    const list = body.paths['/gen3/sources'].get.responses['200'];
    expect(
      list.content['application/json'].schema.properties.items.items.required,
    ).toContain('counts');
  });
});
