import {
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import request from 'supertest';
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
  return { app, store, triggered, outcomes };
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
    const { sources } = await store.readAll();
    expect(sources.get('demo')?.confirmed).toEqual(['a.example.org']);
  });

  // A page that was opened before the last run shows another list than the source holds by now.
  it('confirms no more than the person was shown', async () => {
    const { app, store, outcomes } = await start();
    await hold(store);
    const confirm = (body: object) =>
      request(app).post('/gen3/sources/demo/confirm-drop').send(body);
    await confirm({ commons: ['b.example.org'] }).expect(202);
    const { sources } = await store.readAll();
    expect(sources.get('demo')?.confirmed).toEqual([]);
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
    const { sources } = await store.readAll();
    expect(sources.get('demo')?.confirmed).toEqual(['a.example.org']);
  });

  it('describes itself', async () => {
    const { app } = await start();
    const { body } = await request(app).get('/gen3/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toEqual([
      '/gen3/sources',
      '/gen3/sources/{id}/refresh',
      '/gen3/sources/{id}/confirm-drop',
    ]);
    const list = body.paths['/gen3/sources'].get.responses['200'];
    expect(
      list.content['application/json'].schema.properties.items.items.required,
    ).toContain('counts');
  });
});
