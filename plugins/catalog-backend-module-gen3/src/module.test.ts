import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import { catalogModuleGen3 } from './module';

async function start(gen3: object) {
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      catalogBackend,
      catalogModuleGen3,
      scheduler.factory({ includeInitialDelayedTasksOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: { providers: { gen3 }, processingInterval: { seconds: 1 } },
        },
      }),
    ],
  });
  return { server, scheduler };
}

describe('catalogModuleGen3', () => {
  it('registers the commons of a list in config', async () => {
    const { server } = await start({
      demo: {
        type: 'static',
        commons: [
          { hostname: 'heart.example.org', services: ['fence', 'indexd'] },
        ],
      },
    });
    const sources = await request(server).get('/api/catalog/gen3/sources');
    expect(sources.body.items[0]).toMatchObject({
      id: 'demo',
      state: 'ok',
      counts: { commons: 1, services: 2 },
    });
  });
});
