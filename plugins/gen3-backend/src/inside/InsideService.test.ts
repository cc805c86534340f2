import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createServiceRegistry,
  deploymentResponseSchema,
  jobsResponseSchema,
  workloadsResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import {
  createFakeClusters,
  failedReading,
  readingOf,
} from '../__testUtils__/createFakeClusters';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import {
  container,
  deployment,
  minutesAgo,
  NOW,
  pod,
} from '../checks/inside/__testUtils__/kubernetesObjects';
import { RestartMemory } from '../checks/inside/RestartMemory';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { InsideService } from './InsideService';

jest.setTimeout(60_000);

const HEART = 'system:default/heart.example';
const caller = { credentials: mockCredentials.user(), access: undefined };
const { signal } = new AbortController();

describe('InsideService', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      await DatabaseFleetMemberStore.create({
        knex,
        now: Date.now,
        phaseOf: () => 0,
      }).replace({
        members: [
          fleetMember('heart.example', {
            kubernetes: { cluster: 'east-1', namespace: 'heart' },
          }),
          fleetMember('lone.example'),
        ],
        keep: [],
      });
    });

    const create = (
      clusters = createFakeClusters(),
      catalog = catalogServiceMock({ entities: [] }),
    ) =>
      InsideService.create({
        knex,
        catalog,
        clusters,
        registry: createServiceRegistry(),
        logger: mockServices.logger.mock(),
      });

    it('asks the cluster and the namespace of the commons, and names what it may not read', async () => {
      const clusters = createFakeClusters({
        deployments: readingOf(deployment()),
        pods: failedReading('forbidden', 'answers 403: pods is forbidden'),
      });
      const answer = await create(clusters).workloads(HEART, caller, {
        signal,
      });

      expect(workloadsResponseSchema.parse(answer)).toMatchObject({
        place: { cluster: 'east-1', namespace: 'heart' },
        unreadable: [
          { kind: 'pods', reason: 'answers 403: pods is forbidden' },
        ],
      });
      expect(answer.workloads.map(({ name }) => name)).toContain(
        'fence-deployment',
      );
      expect(clusters.asked.sort()).toEqual([
        'east-1/heart/deployments',
        'east-1/heart/events',
        'east-1/heart/horizontalpodautoscalers',
        'east-1/heart/pods',
        'east-1/heart/statefulsets',
      ]);
    });

    it('says of restarts what the rounds do, which have seen them', async () => {
      const restarted = (restartCount: number) => {
        const lastState = { terminated: { finishedAt: minutesAgo(1) } };
        const startTime = minutesAgo(30 * 24 * 60);
        const containerStatuses = [container({ restartCount, lastState })];
        return pod({ status: { startTime, containerStatuses } });
      };
      const restarts = RestartMemory.create();
      const place = { cluster: 'east-1', namespace: 'heart' };
      restarts.see([restarted(1)], place, NOW);
      const service = InsideService.create({
        knex,
        catalog: catalogServiceMock({ entities: [] }),
        clusters: createFakeClusters({
          deployments: readingOf(deployment()),
          pods: readingOf(restarted(21)),
        }),
        registry: createServiceRegistry(),
        logger: mockServices.logger.mock(),
        restarts,
        now: () => NOW,
      });
      const { workloads } = await service.workloads(HEART, caller, { signal });
      expect(
        workloads.find(({ name }) => name === 'fence-deployment'),
      ).toMatchObject({
        cause: 'restarting',
        reason: 'has 1 of 1 pods ready, but fence-1 restarts 20 times an hour',
      });
    });

    it('asks nobody about a commons without a cluster', async () => {
      const clusters = createFakeClusters();
      const service = create(clusters);
      const ref = 'system:default/lone.example';
      const workloads = await service.workloads(ref, caller, { signal });
      const jobs = await service.jobs(ref, caller, { signal });
      const deployed = await service.deployment(ref, caller, { signal });

      expect(workloadsResponseSchema.parse(workloads)).not.toHaveProperty(
        'place',
      );
      expect(jobsResponseSchema.parse(jobs).jobs).toEqual([]);
      expect(deploymentResponseSchema.parse(deployed)).toMatchObject({
        applications: [],
        verdict: { outcome: 'unknown' },
      });
      expect(clusters.asked).toEqual([]);
    });

    it('tells the jobs', async () => {
      const clusters = createFakeClusters({
        cronjobs: failedReading('timeout', 'did not answer within 10 s'),
      });
      expect(
        jobsResponseSchema.parse(
          await create(clusters).jobs(HEART, caller, { signal }),
        ),
      ).toMatchObject({ unreadable: [{ kind: 'cronjobs' }], jobs: [] });
    });

    it('tells the Applications, and what keeps it from reading them', async () => {
      const ask = async (reading: ReturnType<typeof failedReading>) => {
        const clusters = createFakeClusters({ applications: reading });
        const answer = await create(clusters).deployment(HEART, caller, {
          signal,
        });
        expect(clusters.asked).toEqual(['east-1/*/applications']);
        return deploymentResponseSchema.parse(answer);
      };
      expect(
        await ask(failedReading('forbidden', 'answers 403')),
      ).toMatchObject({
        place: { cluster: 'east-1', namespace: 'heart' },
        unreadable: [{ kind: 'applications', reason: 'answers 403' }],
        verdict: { outcome: 'unknown', cause: 'not-readable' },
      });
      expect(await ask(failedReading('not-served', 'has none'))).toMatchObject({
        unreadable: [],
        verdict: {
          reason: expect.stringContaining('is not in cluster east-1'),
        },
      });
    });

    it('leaves declared tags out when the catalog does not answer', async () => {
      const catalog = catalogServiceMock({ entities: [] });
      jest
        .spyOn(catalog, 'queryEntities')
        .mockRejectedValue(new Error('the catalog is away'));
      const clusters = createFakeClusters({
        deployments: readingOf(deployment()),
      });
      const { workloads } = await create(clusters, catalog).workloads(
        HEART,
        caller,
        { signal },
      );
      expect(workloads.length).toBeGreaterThan(0);
      expect(workloads.flatMap(each => each.declaredTag ?? [])).toEqual([]);
    });

    it('knows no commons that is not there', async () => {
      await expect(
        create().jobs('system:default/none', caller, { signal }),
      ).rejects.toThrow('No commons "system:default/none" in the fleet');
    });
  });
});
