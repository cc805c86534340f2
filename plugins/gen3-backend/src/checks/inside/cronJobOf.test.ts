import type { KubernetesJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { cronJobOf } from './cronJobOf';

const CRON_JOBS = ['google', 'google-manage-keys', 'usersync'];

const cronJobOfJob = (
  metadata: Partial<KubernetesJob['metadata']> & { name: string },
) => cronJobOf({ metadata: { ownerReferences: [], ...metadata } }, CRON_JOBS);

const labels = { app: 'gen3job' };

describe('cronJobOf', () => {
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
  ])('of %s, which is labelled gen3job and nobody owns, is %s', (name, of) => {
    expect(cronJobOfJob({ name, labels })).toBe(of);
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
