import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { readHealthConfig } from '../config/readHealthConfig';
import { TABLES } from '../database/tables';
import { recordTransitions } from '../history/transitions';
import { scheduleFleetTasks } from './scheduleFleetTasks';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const DAY_MS = 86_400_000;

type Task = SchedulerServiceTaskScheduleDefinition & {
  id: string;
  fn(signal: AbortSignal): Promise<void>;
};

describe('scheduleFleetTasks', () => {
  const databases = createTestDatabases();
  const { signal } = new AbortController();
  let knex: Knex;

  const createTasks = async (health: object) => {
    const tasks = new Map<string, Task>();
    const scheduler = mockServices.scheduler.mock({
      async scheduleTask({ fn, ...task }) {
        tasks.set(task.id, {
          ...task,
          fn: async abort => {
            await fn(abort);
          },
        });
      },
    });
    const addChange = jest.fn();
    await scheduleFleetTasks({
      scheduler,
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'System',
            metadata: {
              name: 'heart.example',
              annotations: { 'gen3.org/hostname': 'heart.example' },
            },
            spec: { type: 'gen3-commons', owner: 'heart-team' },
          },
        ],
      }),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      knex,
      registry: createServiceRegistry(),
      healthConfig: readHealthConfig(
        new ConfigReader({ gen3: { health: { ...health } } }),
      ),
      changes: { addChange },
      now: () => NOW,
    });
    return { tasks, addChange };
  };

  beforeEach(async () => {
    knex = await migrate(await databases.init('SQLITE_3'));
    for (const table of Object.values(TABLES)) {
      await knex(table).delete();
    }
  });

  it('follows the catalog as often as configured, on one replica', async () => {
    const { tasks, addChange } = await createTasks({ fleetSyncMs: 30_000 });
    const sync = tasks.get('gen3-fleet-sync');
    expect(sync).toMatchObject({
      scope: 'global',
      frequency: { milliseconds: 30_000 },
    });
    await sync?.fn(signal);
    expect(await knex(TABLES.commons).pluck('hostname')).toEqual([
      'heart.example',
    ]);
    expect(addChange).toHaveBeenCalledTimes(1);
  });

  it('forgets transitions that are too old or, beyond a week, too many', async () => {
    const recordDaysAgo = (days: number, count = 1) =>
      recordTransitions(knex, 'system:default/heart.example', {
        at: NOW - days * DAY_MS,
        transitions: Array.from({ length: count }, () => ({
          subject: 'commons',
          to: 'down' as const,
          cause: 'http-status' as const,
          reason: '',
        })),
      });
    await recordDaysAgo(31);
    await recordDaysAgo(29, 5);
    await recordDaysAgo(6, 9);
    const { tasks } = await createTasks({
      transitionRetentionDays: 30,
      maxTransitionsPerSubject: 10,
    });
    const prune = tasks.get('gen3-transitions-prune');
    expect(prune).toMatchObject({ scope: 'global', frequency: { hours: 24 } });
    await prune?.fn(signal);
    const ages = (await knex(TABLES.transitions).pluck('at')).map(
      at => (NOW - Number(at)) / DAY_MS,
    );
    expect(ages.filter(age => age === 29)).toHaveLength(1);
    expect(ages.filter(age => age === 6)).toHaveLength(9);
    expect(ages).toHaveLength(10);
  });
});
