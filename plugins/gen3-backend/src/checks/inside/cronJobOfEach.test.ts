import type { Gen3Job } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { cronJobOfEach } from './cronJobOfEach';

const CRON_JOBS = ['google', 'google-manage-keys', 'usersync', 'etl-cronjob'];
const ETL: Gen3Job = {
  name: 'etl-cronjob',
  kind: 'CronJob',
  legacyNames: ['etl'],
  title: 'Run the ETL',
};

const cronJobOfJob = (
  metadata: Partial<KubernetesJob['metadata']> & { name: string },
  cronJobs = CRON_JOBS,
) => {
  const job = { metadata: { ownerReferences: [], ...metadata } };
  return cronJobOfEach([job], { cronJobs, known: [ETL] }).get(job);
};

const labels = { app: 'gen3job' };

describe('cronJobOfEach', () => {
  it('is the owner, whatever the Job is named', () => {
    expect(
      cronJobOfJob({
        name: 'google-manage-keys-1',
        labels,
        ownerReferences: [{ kind: 'CronJob', name: 'usersync' }],
      }),
    ).toBe('usersync');
  });

  it.each([
    ['usersync', 'usersync'],
    ['usersync-by-hand', 'usersync'],
    ['google-manage-keys-7', 'google-manage-keys'],
    ['google-7', 'google'],
    ['usersyncer', undefined],
    ['fence-dbcreate', undefined],
    ['etl', 'etl-cronjob'],
    ['etl-again', 'etl-cronjob'],
    ['etl-cronjob-again', 'etl-cronjob'],
    ['etl2', undefined],
  ])('of %s, which is labelled gen3job and nobody owns, is %s', (name, of) => {
    expect(cronJobOfJob({ name, labels })).toBe(of);
  });

  it('is the one that has a name, before one that is only known by it', () => {
    expect(cronJobOfJob({ name: 'etl', labels }, ['etl-cronjob', 'etl'])).toBe(
      'etl',
    );
    expect(cronJobOfJob({ name: 'etl-cronjob', labels }, ['etl'])).toBe('etl');
  });

  // Names were made and sorted again for each Job, which kept a page of thousands waiting.
  it('looks at the jobs of the registry once, however many Jobs there are', () => {
    let looks = 0;
    const known: Gen3Job = {
      ...ETL,
      get legacyNames() {
        looks += 1;
        return ['etl'];
      },
    };
    const jobs = Array.from({ length: 3_000 }, (_, index) => ({
      metadata: { name: `etl-${index}`, labels, ownerReferences: [] },
    }));
    const found = cronJobOfEach(jobs, { cronJobs: CRON_JOBS, known: [known] });
    expect(new Set(found.values())).toEqual(new Set(['etl-cronjob']));
    expect(found.size).toBe(3_000);
    expect(looks).toBe(1);
  });

  it('is none of a Job without the label, or that something else owns', () => {
    expect(cronJobOfJob({ name: 'usersync' })).toBeUndefined();
    expect(
      cronJobOfJob({
        name: 'usersync',
        labels,
        ownerReferences: [{ kind: 'Workflow', name: 'nightly' }],
      }),
    ).toBeUndefined();
  });
});
