import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3HttpClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createFakeClusters } from '../__testUtils__/createFakeClusters';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { readHealthConfig } from '../config/readHealthConfig';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { createCollector } from './createCollector';

jest.setTimeout(60_000);

describe('createCollector', () => {
  const databases = createTestDatabases();

  /** What is warned of at start. */
  const warningsOf = async (gen3: {
    http?: { maxConcurrent: number };
    health?: { maxConcurrentCommons: number };
  }) => {
    const logger = mockServices.logger.mock();
    const config = new ConfigReader({ gen3 });
    const client = Gen3HttpClient.fromConfig(config);
    const healthConfig = readHealthConfig(config);
    createCollector({
      client,
      clusters: createFakeClusters(),
      knex: await databases.init('SQLITE_3'),
      registry: createServiceRegistry(),
      healthConfig,
      announcer: ChangeAnnouncer.create({
        logger,
        intervalMs: healthConfig.intervalMs,
        signals: { publish: async () => {} },
      }),
      logger,
    });
    await client.close();
    return logger.warn.mock.calls;
  };

  it.each([
    ['by default', {}],
    [
      'when both are raised',
      { http: { maxConcurrent: 800 }, health: { maxConcurrentCommons: 200 } },
    ],
  ])('warns of nothing %s', async (_label, gen3) => {
    expect(await warningsOf(gen3)).toEqual([]);
  });

  it('warns once when commons that hang can leave no turn for others', async () => {
    expect(await warningsOf({ health: { maxConcurrentCommons: 101 } })).toEqual(
      [
        [
          expect.stringMatching(
            /no turn .*gen3\.http\.maxConcurrent.*gen3\.health\.maxConcurrentCommons/,
          ),
          expect.objectContaining({
            'gen3.http.maxConcurrent': 400,
            'gen3.health.maxConcurrentCommons': 101,
            needed: 404,
          }),
        ],
      ],
    );
  });
});
