import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { byHand, cronJob, once, run } from './__testUtils__/jobObjects';
import { NOW } from './__testUtils__/kubernetesObjects';
import { createJobsCheck } from './jobs';

const registry = createServiceRegistry();
const REFUSED = failedReading('forbidden', 'answers 403');
const SILENT = failedReading('timeout', 'gave no answer');

async function ask(cluster: FakeCluster, name = 'fence') {
  const service = registry.get(name);
  if (!service) throw new Error(`no ${name} in the registry`);
  const check = createJobsCheck({
    client: createFakeClusters(cluster),
    place: { cluster: 'east', namespace: 'heart' },
    service,
    // Off the full minute, at which everything is due.
    now: () => NOW + 41_000,
  });
  const { signal } = new AbortController();
  return check.run({ signal });
}

const unreadable = (kind: string) => ({
  outcome: 'unknown',
  cause: 'not-readable',
  reason: `cannot be seen inside: cluster east, asked for ${kind}, answers 403`,
});

// One kind that could not be read hid what the other one said.
describe('jobs of which one kind cannot be read', () => {
  it.each<[string, FakeCluster['jobs'], object]>([
    [
      'a Job that failed',
      readingOf(once('fence-dbcreate', 'Failed')),
      {
        outcome: 'degraded',
        cause: 'job-failed',
        reason: 'needs fence-dbcreate, which failed 3 h ago',
      },
    ],
    [
      'a CronJob whose last run failed',
      readingOf(run('Complete', 40), run('Failed', 10)),
      {
        cause: 'job-failed',
        reason: 'needs usersync, whose last run failed 10 min ago',
      },
    ],
    [
      'a run by hand that failed',
      readingOf(byHand('Failed', 12)),
      {
        cause: 'job-failed',
        reason: 'needs usersync, whose last run failed 12 min ago',
      },
    ],
    [
      'nothing where the last run succeeded',
      readingOf(run('Failed', 40), run('Complete', 10)),
      unreadable('cronjobs'),
    ],
    [
      'nothing where the run of another CronJob failed',
      readingOf(run('Failed', 1, { owner: 'fence-visa-update' })),
      unreadable('cronjobs'),
    ],
    ['nothing where nothing is deployed', readingOf(), unreadable('cronjobs')],
  ])('say %s without CronJobs', async (_, jobs, expected) => {
    expect(await ask({ cronjobs: REFUSED, jobs })).toMatchObject(expected);
  });

  it('knows etl by its name in cloud-automation without CronJobs', async () => {
    const jobs = readingOf(byHand('Failed', 12, 'etl'));
    expect(await ask({ cronjobs: REFUSED, jobs }, 'etl')).toMatchObject({
      cause: 'job-failed',
      reason: 'needs etl-cronjob, whose last run failed 12 min ago',
    });
  });

  it.each<[string, Parameters<typeof cronJob>[0], object]>([
    [
      'a CronJob that is suspended',
      { spec: { suspend: true } },
      { outcome: 'degraded', cause: 'job-suspended' },
    ],
    [
      'a CronJob that notes a success of long ago',
      { succeeded: 300 },
      {
        cause: 'job-late',
        reason: 'needs usersync, whose last success was 5 h ago (*/30 * * * *)',
      },
    ],
    [
      'nothing where it notes none, as before Kubernetes 1.21',
      {},
      unreadable('jobs'),
    ],
    [
      'nothing where it notes a recent success',
      { succeeded: 5 },
      unreadable('jobs'),
    ],
  ])('say %s without Jobs', async (_, change, expected) => {
    const cronjobs = readingOf(cronJob(change));
    expect(await ask({ cronjobs, jobs: REFUSED })).toMatchObject(expected);
  });

  it('do not need CronJobs where the service has none', async () => {
    const jobs = readingOf(once('sheepdog-dbcreate', 'Complete'));
    expect(await ask({ cronjobs: REFUSED, jobs }, 'sheepdog')).toMatchObject({
      outcome: 'up',
      reason: 'has run sheepdog-dbcreate',
    });
    expect(await ask({ cronjobs: REFUSED, jobs })).toMatchObject(
      unreadable('cronjobs'),
    );
  });

  it('name the first failure of two', async () => {
    expect(await ask({ cronjobs: SILENT, jobs: REFUSED })).toMatchObject({
      outcome: 'unknown',
      cause: 'cluster-unreachable',
      reason:
        'cannot be seen inside: cluster east, asked for cronjobs, gave no answer',
    });
  });
});
