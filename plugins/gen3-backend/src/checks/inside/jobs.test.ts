import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createFakeClusters,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { byHand, cronJob, once, run } from './__testUtils__/jobObjects';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { createJobsCheck } from './jobs';

const registry = createServiceRegistry();
const { signal } = new AbortController();

/** Off the full minute, at which everything is due: ages of these tests are 41 s more. */
const LOOK = NOW + 41_000;

async function ask(cluster: FakeCluster, name = 'fence', now = LOOK) {
  const service = registry.get(name);
  if (!service) throw new Error(`no ${name} in the registry`);
  const check = createJobsCheck({
    client: createFakeClusters(cluster),
    place: { cluster: 'east', namespace: 'heart' },
    service,
    now: () => now,
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
      'usersync missed one time: a run may take long, or be unlucky',
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
      'not-visible',
      'needs usersync, whose schedule "now and then" tells the portal no times',
    ],
    [
      'a period instead of a schedule',
      {
        cronjobs: readingOf(
          cronJob({ succeeded: 100, spec: { schedule: '@every 1h' } }),
        ),
      },
      'up',
      'ok',
      'ran usersync 1 h ago',
    ],
    [
      'a zone in the schedule',
      {
        cronjobs: readingOf(
          cronJob({
            succeeded: 26 * 60,
            spec: { schedule: 'CRON_TZ=America/Chicago 0 6 * * *' },
          }),
        ),
      },
      'up',
      'ok',
      'ran usersync 26 h ago',
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
      { jobs: readingOf(once('fence-dbcreate', 'running', { minutes: 59 })) },
      'up',
      'ok',
      'has not ended fence-dbcreate yet',
    ],
    [
      'the database is still not made after hours',
      { jobs: readingOf(once('fence-dbcreate', 'running')) },
      'degraded',
      'job-never-ran',
      'needs fence-dbcreate, which has not ended after 3 h',
    ],
    [
      'the making of the database is suspended',
      {
        jobs: readingOf(once('fence-dbcreate', 'running', { suspend: true })),
      },
      'degraded',
      'job-never-ran',
      'needs fence-dbcreate, which was made 3 h ago and is suspended',
    ],
    [
      'the database was made, by a Job that does not say when',
      {
        jobs: readingOf({
          metadata: {
            name: 'fence-dbcreate',
            ownerReferences: [],
            creationTimestamp: minutesAgo(180),
          },
          status: { conditions: [{ type: 'Complete', status: 'True' }] },
        }),
      },
      'up',
      'ok',
      'has run fence-dbcreate',
    ],
    [
      'a run that somebody made with gen3 job run',
      {
        cronjobs: readingOf(cronJob({ succeeded: 300 })),
        jobs: readingOf(byHand('Complete', 12)),
      },
      'up',
      'ok',
      'ran usersync 12 min ago',
    ],
    [
      'a run that somebody made with gen3 job run failed',
      {
        cronjobs: readingOf(cronJob({ succeeded: 20 })),
        jobs: readingOf(byHand('Failed', 12, 'usersync-again')),
      },
      'degraded',
      'job-failed',
      'needs usersync, whose last run failed 12 min ago',
    ],
    [
      'usersync has no CronJob, and somebody runs it from a crontab',
      { jobs: readingOf(byHand('Complete', 12)) },
      'up',
      'ok',
      'has run usersync',
    ],
    [
      'usersync has no CronJob, and its run by hand failed',
      { jobs: readingOf(byHand('Failed', 12)) },
      'degraded',
      'job-failed',
      'needs usersync, which failed 12 min ago',
    ],
  ])('%s', async (_, cluster, outcome, cause, reason) => {
    expect(await ask(cluster)).toMatchObject({ outcome, cause, reason });
  });

  // A time counted as missed the very second it was due: at 12:30:01 this was late.
  it.each([
    ['as the next time is due', '12:30:01', 'ok'],
    ['as the second one is due', '13:00:01', 'ok'],
    ['while that run may still run', '13:08:59', 'ok'],
    ['after that', '13:09:01', 'job-late'],
  ])(
    'looks at a usersync that took half an hour %s (%s)',
    async (_, time, cause) => {
      const cronjobs = readingOf(cronJob({ succeeded: 1 }));
      const now = Date.parse(`2026-11-27T${time}Z`);
      expect(await ask({ cronjobs }, 'fence', now)).toMatchObject({ cause });
    },
  );

  it('gives a new CronJob two periods and the time of a run', async () => {
    const made = (created: number) =>
      ask({ cronjobs: readingOf(cronJob({ created })) });
    expect(await made(69)).toMatchObject({ outcome: 'up' });
    expect(await made(70)).toMatchObject({ cause: 'job-never-ran' });
  });

  it('does not call a job late that the chart suspends, and people run', async () => {
    const etl = cronJob({ name: 'etl-cronjob', spec: { suspend: true } });
    expect(await ask({ cronjobs: readingOf(etl) }, 'etl')).toMatchObject({
      outcome: 'up',
      reason: 'runs etl-cronjob by hand',
    });
  });

  // It was "suspended by design" for ever, also at sites that let it run.
  it.each<[string, Parameters<typeof cronJob>[0], object]>([
    [
      'was never due',
      {},
      { outcome: 'up', reason: 'runs metadata-aggregate-sync by hand' },
    ],
    [
      'was never due, and people ran it: Kubernetes notes their success',
      { succeeded: 30 },
      { outcome: 'up', reason: 'runs metadata-aggregate-sync by hand' },
    ],
    [
      'ran on its schedule before somebody suspended it',
      { scheduled: 3_000, succeeded: 2_995 },
      {
        outcome: 'degraded',
        cause: 'job-suspended',
        reason:
          'needs metadata-aggregate-sync, which ran on its schedule and is suspended since',
      },
    ],
    [
      'ran on its schedule, but never well',
      { scheduled: 3_000 },
      { outcome: 'degraded', cause: 'job-suspended' },
    ],
  ])(
    'looks at a suspended job that the chart suspends and that %s',
    async (_, change, expected) => {
      const sync = cronJob({
        name: 'metadata-aggregate-sync',
        spec: { suspend: true, schedule: '0 9 * * *' },
        ...change,
      });
      expect(
        await ask({ cronjobs: readingOf(sync) }, 'metadata'),
      ).toMatchObject(expected);
    },
  );

  // `gen3 job run etl` makes a Job "etl", which no CronJob of the chart is called.
  it.each<[string, FakeCluster, object]>([
    [
      'its run by hand succeeded',
      {
        cronjobs: readingOf(cronJob({ name: 'etl-cronjob', succeeded: 9_000 })),
        jobs: readingOf(byHand('Complete', 12, 'etl')),
      },
      { outcome: 'up', reason: 'ran etl-cronjob 12 min ago' },
    ],
    [
      'its run by hand failed',
      {
        cronjobs: readingOf(
          cronJob({ name: 'etl-cronjob', spec: { suspend: true } }),
        ),
        jobs: readingOf(byHand('Failed', 12, 'etl')),
      },
      {
        cause: 'job-failed',
        reason: 'needs etl-cronjob, whose last run failed 12 min ago',
      },
    ],
    [
      'it has no CronJob',
      { jobs: readingOf(byHand('Failed', 12, 'etl')) },
      { cause: 'job-failed', reason: 'needs etl, which failed 12 min ago' },
    ],
    // It counted as hanging after an hour, and an ETL takes hours.
    [
      'it has no CronJob, and has run for hours',
      { jobs: readingOf(byHand('running', 120, 'etl')) },
      { outcome: 'up', reason: 'has not ended etl yet' },
    ],
    [
      'its CronJob is the one of cloud-automation',
      {
        cronjobs: readingOf(
          cronJob({
            name: 'etl',
            spec: { schedule: '@daily' },
            succeeded: 9_000,
          }),
        ),
      },
      {
        cause: 'job-late',
        reason: 'needs etl, whose last success was 6 d ago (@daily)',
      },
    ],
  ])(
    'knows etl by the name of cloud-automation: %s',
    async (_, cluster, expected) => {
      expect(await ask(cluster, 'etl')).toMatchObject(expected);
    },
  );

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
