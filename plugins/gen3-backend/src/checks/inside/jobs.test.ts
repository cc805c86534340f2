import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { createJobsCheck } from './jobs';

const registry = createServiceRegistry();
const { signal } = new AbortController();

function cronJob(
  change: {
    name?: string;
    spec?: KubernetesCronJob['spec'];
    succeeded?: number;
    created?: number;
  } = {},
): KubernetesCronJob {
  const { name = 'usersync', spec, succeeded, created = 10_000 } = change;
  return {
    metadata: {
      name,
      ownerReferences: [],
      creationTimestamp: minutesAgo(created),
    },
    spec: { schedule: '*/30 * * * *', ...spec },
    status: {
      active: [],
      lastSuccessfulTime:
        succeeded === undefined ? undefined : minutesAgo(succeeded),
    },
  };
}

function run(
  end: 'Complete' | 'Failed' | 'running',
  minutes: number,
  change: { name?: string; owner?: string } = {},
): KubernetesJob {
  const { name = `usersync-${minutes}`, owner = 'usersync' } = change;
  return {
    metadata: {
      name,
      ownerReferences: owner ? [{ kind: 'CronJob', name: owner }] : [],
    },
    status: {
      completionTime: end === 'Complete' ? minutesAgo(minutes) : undefined,
      conditions:
        end === 'running'
          ? []
          : [
              {
                type: end,
                status: 'True',
                lastTransitionTime: minutesAgo(minutes),
              },
            ],
    },
  };
}

const once = (name: string, end: 'Complete' | 'Failed' | 'running') =>
  run(end, 180, { name, owner: '' });

async function ask(cluster: FakeCluster, name = 'fence') {
  const service = registry.get(name);
  if (!service) throw new Error(`no ${name} in the registry`);
  const check = createJobsCheck({
    client: createFakeClusters(cluster),
    place: { cluster: 'east', namespace: 'heart' },
    service,
    now: () => NOW,
  });
  return check.run({ signal });
}

describe('jobs', () => {
  it.each<[string, FakeCluster, string, string, string]>([
    ['nothing is deployed', {}, 'up', 'ok', 'needs no job that is deployed'],
    [
      'usersync succeeded in time',
      { cronjobs: readingOf(cronJob({ succeeded: 20 })) },
      'up',
      'ok',
      'ran usersync 20 min ago',
    ],
    [
      'usersync missed one time: a run may take long',
      { cronjobs: readingOf(cronJob({ succeeded: 59 })) },
      'up',
      'ok',
      'ran usersync 59 min ago',
    ],
    [
      'usersync missed two times',
      { cronjobs: readingOf(cronJob({ succeeded: 300 })) },
      'degraded',
      'job-late',
      'needs usersync, whose last success was 5 h ago (*/30 * * * *)',
    ],
    [
      'usersync never succeeded',
      { cronjobs: readingOf(cronJob()) },
      'degraded',
      'job-never-ran',
      'needs usersync, which has not succeeded yet (*/30 * * * *)',
    ],
    [
      'usersync is new',
      { cronjobs: readingOf(cronJob({ created: 10 })) },
      'up',
      'ok',
      'has usersync since lately',
    ],
    [
      'usersync is suspended',
      {
        cronjobs: readingOf(cronJob({ spec: { suspend: true }, succeeded: 5 })),
      },
      'degraded',
      'job-suspended',
      'needs usersync, which is suspended',
    ],
    [
      'the last run failed',
      {
        cronjobs: readingOf(cronJob({ succeeded: 40 })),
        jobs: readingOf(run('Complete', 40), run('Failed', 10)),
      },
      'degraded',
      'job-failed',
      'needs usersync, whose last run failed 10 min ago',
    ],
    [
      'a run failed, and one after it succeeded',
      {
        cronjobs: readingOf(cronJob({ succeeded: 10 })),
        jobs: readingOf(run('Complete', 10), run('Failed', 40)),
      },
      'up',
      'ok',
      'ran usersync 10 min ago',
    ],
    [
      'Kubernetes 1.20, which does not note successes',
      {
        cronjobs: readingOf(cronJob()),
        jobs: readingOf(run('Complete', 10), run('running', 1)),
      },
      'up',
      'ok',
      'ran usersync 10 min ago',
    ],
    [
      'a run of another CronJob',
      {
        cronjobs: readingOf(cronJob({ succeeded: 5 })),
        jobs: readingOf(run('Failed', 1, { owner: 'fence-visa-update' })),
      },
      'up',
      'ok',
      'ran usersync 5 min ago',
    ],
    [
      'a time zone of its own',
      {
        cronjobs: readingOf(
          cronJob({
            succeeded: 26 * 60,
            spec: { schedule: '0 6 * * *', timeZone: 'America/Chicago' },
          }),
        ),
      },
      'up',
      'ok',
      'ran usersync 26 h ago',
    ],
    [
      'a schedule that is none',
      {
        cronjobs: readingOf(
          cronJob({ succeeded: 5, spec: { schedule: 'now and then' } }),
        ),
      },
      'unknown',
      'not-readable',
      'needs usersync, whose schedule "now and then" is none',
    ],
    [
      'the database could not be made',
      { jobs: readingOf(once('fence-dbcreate', 'Failed')) },
      'degraded',
      'job-failed',
      'needs fence-dbcreate, which failed 3 h ago',
    ],
    [
      'the database is being made',
      { jobs: readingOf(once('fence-dbcreate', 'running')) },
      'up',
      'ok',
      'has not ended fence-dbcreate yet',
    ],
    [
      'jobs may not be read',
      {
        cronjobs: readingOf(cronJob({ succeeded: 5 })),
        jobs: failedReading('forbidden', 'answers 403'),
      },
      'unknown',
      'not-readable',
      'cannot be seen inside: cluster east, asked for jobs, answers 403',
    ],
  ])('%s', async (_, cluster, outcome, cause, reason) => {
    expect(await ask(cluster)).toMatchObject({ outcome, cause, reason });
  });

  it('does not call a job late that the chart suspends, and people run', async () => {
    const etl = cronJob({ name: 'etl-cronjob', spec: { suspend: true } });
    expect(await ask({ cronjobs: readingOf(etl) }, 'etl')).toMatchObject({
      outcome: 'up',
      reason: 'runs etl-cronjob by hand',
    });
  });

  it('tells when a run by hand of such a job failed', async () => {
    const etl = cronJob({ name: 'etl-cronjob', spec: { suspend: true } });
    const cluster = {
      cronjobs: readingOf(etl),
      jobs: readingOf(run('Failed', 90, { owner: 'etl-cronjob' })),
    };
    expect(await ask(cluster, 'etl')).toMatchObject({
      outcome: 'degraded',
      cause: 'job-failed',
      reason: 'needs etl-cronjob, whose last run failed 1 h ago',
    });
  });
});
