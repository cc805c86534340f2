import {
  clusterRowSchema,
  createServiceRegistry,
  deploymentResponseSchema,
  jobsResponseSchema,
  workloadsResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import fc from 'fast-check';
import { hostileLists } from '../checks/inside/__testUtils__/hostileLists';
import { NOW } from '../checks/inside/__testUtils__/kubernetesObjects';
import { clientOf } from '../checks/inside/__testUtils__/clientOf';
import { askCluster } from '../clusters/askCluster';
import { describeCluster } from '../clusters/describeCluster';
import { describeDeployment } from './describeDeployment';
import { describeJobs } from './describeJobs';
import { describeWorkloads } from './describeWorkloads';

jest.setTimeout(60_000);

const PLACE = { cluster: 'east', namespace: 'heart' };
const SERVICES = ['fence', 'guppy', 'metadata'];

describe('pages about hostile objects', () => {
  it('always say what their schema promises', async () => {
    const registry = createServiceRegistry();
    const { signal } = new AbortController();
    await fc.assert(
      fc.asyncProperty(hostileLists, async lists => {
        const client = clientOf(lists);
        const about = { services: SERVICES, registry, now: NOW };
        const workloads = describeWorkloads({
          ...about,
          place: PLACE,
          readings: {
            deployments: await client.list('deployments', PLACE, { signal }),
            statefulsets: await client.list('statefulsets', PLACE, { signal }),
            pods: await client.list('pods', PLACE, { signal }),
            horizontalpodautoscalers: await client.list(
              'horizontalpodautoscalers',
              PLACE,
              { signal },
            ),
            events: await client.list('events', PLACE, { signal }),
          },
          entities: new Map([['fence', { imageTag: '2026.11' }]]),
        });
        const jobs = describeJobs({
          ...about,
          readings: {
            cronjobs: await client.list('cronjobs', PLACE, { signal }),
            jobs: await client.list('jobs', PLACE, { signal }),
          },
        });
        const applications = await client.list(
          'applications',
          { cluster: PLACE.cluster },
          { signal },
        );
        const deployed = describeDeployment(applications, PLACE, NOW);
        const cluster = {
          name: PLACE.cluster,
          ...describeCluster(
            await askCluster({
              clusters: client,
              place: PLACE,
              signal,
            }),
          ),
          commons: { count: 0, first: [] },
        };
        // The missing one, and what is there.
        expect(workloads.length).toBeGreaterThan(2);
        expect(jobs.length).toBeGreaterThan(0);
        expect(cluster.reachability).toBe('reachable');
        expect(
          workloadsResponseSchema.shape.workloads.parse(workloads),
        ).toEqual(workloads);
        expect(jobsResponseSchema.shape.jobs.parse(jobs)).toEqual(jobs);
        expect(clusterRowSchema.parse(cluster)).toEqual(cluster);
        expect(
          deploymentResponseSchema
            .pick({ verdict: true, applications: true })
            .parse(deployed),
        ).toEqual(deployed);
      }),
      { numRuns: 100 },
    );
  });
});
