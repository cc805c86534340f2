import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { failedReading, readingOf } from '../__testUtils__/createFakeClusters';
import {
  minutesAgo,
  NOW,
} from '../checks/inside/__testUtils__/kubernetesObjects';
import { describeJobs, type JobReadings } from './describeJobs';

const cronJob = (
  name: string,
  spec: Partial<KubernetesCronJob['spec']> = {},
  succeeded = 10,
): KubernetesCronJob => ({
  metadata: { name, ownerReferences: [], creationTimestamp: minutesAgo(900) },
  spec: { schedule: '*/30 * * * *', ...spec },
  status: { lastSuccessfulTime: minutesAgo(succeeded), active: [] },
});

const run = (
  name: string,
  owner: string | undefined,
  times: { started: number; ended?: number; failed?: boolean },
): KubernetesJob => {
  const { started, ended, failed = false } = times;
  const endedAt = ended === undefined ? undefined : minutesAgo(ended);
  return {
    metadata: {
      name,
      ownerReferences: owner ? [{ kind: 'CronJob', name: owner }] : [],
    },
    status: {
      active: ended === undefined ? 1 : undefined,
      startTime: minutesAgo(started),
      completionTime: failed ? undefined : endedAt,
      conditions: failed
        ? [
            {
              type: 'Failed',
              status: 'True',
              message: 'too many tries',
              lastTransitionTime: endedAt,
            },
          ]
        : [],
    },
  };
};

const describeNamespace = (readings: Partial<JobReadings>) =>
  describeJobs({
    services: ['fence', 'indexd'],
    registry: createServiceRegistry(),
    readings: { cronjobs: readingOf(), jobs: readingOf(), ...readings },
    now: NOW,
  });

describe('describeJobs', () => {
  it('tells when a job ran last, how long it took and when it runs next', () => {
    const [usersync] = describeNamespace({
      cronjobs: readingOf(cronJob('usersync')),
      jobs: readingOf(
        run('usersync-1', 'usersync', { started: 45, ended: 40 }),
        run('usersync-2', 'usersync', { started: 12, ended: 10 }),
        run('usersync-3', 'usersync', { started: 1 }),
      ),
    });
    expect(usersync).toMatchObject({
      name: 'usersync',
      service: 'fence',
      needed: true,
      outcome: 'up',
      nextRunAt: '2026-11-27T12:30:00.000Z',
      lastSuccessAt: minutesAgo(10),
    });
    expect(usersync.runs).toEqual([
      expect.objectContaining({ name: 'usersync-3', state: 'running' }),
      {
        name: 'usersync-2',
        state: 'succeeded',
        startedAt: minutesAgo(12),
        endedAt: minutesAgo(10),
        durationMs: 120_000,
        message: undefined,
      },
      expect.objectContaining({ name: 'usersync-1' }),
    ]);
  });

  it('knows the last success of a Job that is newer than what the CronJob notes, or older than the runs that are shown', () => {
    const successes = [60, 50, 40, 30, 20].map(started =>
      run(`usersync-${started}`, 'usersync', { started, ended: started - 1 }),
    );
    const [usersync] = describeNamespace({
      cronjobs: readingOf(cronJob('usersync', {}, 55)),
      jobs: readingOf(...successes),
    });
    expect(usersync.lastSuccessAt).toBe(minutesAgo(19));

    const failures = [9, 8, 7, 6, 5].map(started =>
      run(`usersync-${started}`, 'usersync', {
        started,
        ended: started - 1,
        failed: true,
      }),
    );
    const old = cronJob('usersync');
    const [failing] = describeNamespace({
      cronjobs: readingOf({ ...old, status: undefined }),
      jobs: readingOf(...successes, ...failures),
    });
    expect(failing.lastSuccessAt).toBe(minutesAgo(19));
  });

  // It stood beside etl-cronjob, as a Job of no service.
  it('lists a run that gen3 job run made under the name of cloud-automation there, too', () => {
    const etl = {
      ...run('etl', undefined, { started: 8, ended: 6 }),
      metadata: {
        name: 'etl',
        labels: { app: 'gen3job' },
        ownerReferences: [],
      },
    };
    const found = describeNamespace({
      cronjobs: readingOf(cronJob('etl-cronjob', { suspend: true })),
      jobs: readingOf(etl),
    });
    expect(found).toMatchObject([
      { name: 'etl-cronjob', service: 'etl', runs: [{ name: 'etl' }] },
    ]);
    expect(describeNamespace({ jobs: readingOf(etl) })).toMatchObject([
      { name: 'etl', kind: 'Job', service: 'etl' },
    ]);
  });

  it('leaves a CronJob that no service has to who suspended it, also if it ran before', () => {
    const own = cronJob('nightly-report', { suspend: true });
    const [nightly] = describeNamespace({
      cronjobs: readingOf({
        ...own,
        status: { lastScheduleTime: minutesAgo(900), active: [] },
      }),
    });
    expect(nightly).toMatchObject({ outcome: 'up', suspended: true });
  });

  it('lists a run that gen3 job run made among those of its CronJob', () => {
    const byHand = run('usersync', undefined, { started: 8, ended: 6 });
    const found = describeNamespace({
      cronjobs: readingOf(cronJob('usersync')),
      jobs: readingOf({
        ...byHand,
        metadata: { ...byHand.metadata, labels: { app: 'gen3job' } },
      }),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      lastSuccessAt: minutesAgo(6),
      runs: [{ name: 'usersync', state: 'succeeded' }],
    });
  });

  it('tells the next run of a period from the last one that was made', () => {
    const [every] = describeNamespace({
      cronjobs: readingOf({
        ...cronJob('usersync', { schedule: '@every 45m' }),
        status: { lastScheduleTime: minutesAgo(50), active: [] },
      }),
    });
    expect(every.nextRunAt).toBe('2026-11-27T12:40:00.000Z');
  });

  it('does not hurry a Job that the registry does not know, nor a run of what a CronJob does elsewhere', () => {
    const found = describeNamespace({
      jobs: readingOf(
        run('export-of-a-week', undefined, { started: 600 }),
        run('indexd-userdb', undefined, { started: 600 }),
        // From a crontab, without a CronJob, and an ETL takes hours; it counted as hanging.
        run('etl', undefined, { started: 600 }),
      ),
    });
    expect(found).toEqual([
      expect.objectContaining({
        name: 'indexd-userdb',
        cause: 'job-never-ran',
      }),
      expect.objectContaining({ name: 'etl', outcome: 'up' }),
      expect.objectContaining({ name: 'export-of-a-week', outcome: 'up' }),
    ]);
  });

  it('counts the time zone that a CronJob names', () => {
    const [usersync] = describeNamespace({
      cronjobs: readingOf(
        cronJob('usersync', {
          schedule: '0 3 * * *',
          timeZone: 'Australia/Sydney',
        }),
      ),
    });
    expect(usersync.nextRunAt).toBe('2026-11-27T16:00:00.000Z');
  });

  it('knows no next run of one that is suspended, or whose schedule is none', () => {
    const found = describeNamespace({
      cronjobs: readingOf(
        cronJob('etl-cronjob', { suspend: true }),
        cronJob('odd', { schedule: 'now and then' }),
      ),
    });
    expect(found.map(({ nextRunAt }) => nextRunAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('takes 31 February as a job that is run by hand', () => {
    expect(
      describeNamespace({
        cronjobs: readingOf(
          cronJob('migrate-to-single-table-indexd', {
            schedule: '0 0 31 2 *',
          }),
        ),
      }),
    ).toEqual([
      expect.objectContaining({
        outcome: 'up',
        suspended: false,
        byHand: true,
        nextRunAt: undefined,
      }),
    ]);
  });

  it('puts a late job that is needed before a failed one that is not', () => {
    const found = describeNamespace({
      cronjobs: readingOf(
        cronJob('a-mine'),
        cronJob('usersync', {}, 200),
        cronJob('b-mine'),
      ),
      jobs: readingOf(
        run('a-mine-1', 'a-mine', { started: 5, ended: 4, failed: true }),
      ),
    });
    expect(found.map(({ name, cause }) => [name, cause])).toEqual([
      ['usersync', 'job-late'],
      ['a-mine', 'job-failed'],
      ['b-mine', 'ok'],
    ]);
    expect(found[1].runs[0]).toMatchObject({
      state: 'failed',
      message: 'too many tries',
    });
  });

  it('lists Jobs that run once', () => {
    expect(
      describeNamespace({
        jobs: readingOf(
          run('indexd-userdb', undefined, { started: 90, ended: 89 }),
        ),
      }),
    ).toEqual([
      expect.objectContaining({
        name: 'indexd-userdb',
        kind: 'Job',
        service: 'indexd',
        outcome: 'up',
        lastSuccessAt: minutesAgo(89),
      }),
    ]);
  });

  it('shows Jobs whose CronJobs cannot be read by themselves, with the service that needs them', () => {
    // They stood there as Jobs that no service needs.
    const [only] = describeNamespace({
      cronjobs: failedReading('forbidden', 'answers 403'),
      jobs: readingOf(run('usersync-1', 'usersync', { started: 5, ended: 4 })),
    });
    expect(only).toMatchObject({
      name: 'usersync-1',
      kind: 'Job',
      service: 'fence',
      needed: true,
    });
  });
});
