import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { readDeadline } from './readDeadline';

const cronJob = (schedule: string, timeZone?: string): KubernetesCronJob => ({
  metadata: {
    name: 'usersync',
    ownerReferences: [],
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
  spec: { schedule, timeZone },
});

/** A success that took so many minutes. */
const success = (minutes: number): KubernetesJob => ({
  metadata: { name: `usersync-${minutes}`, ownerReferences: [] },
  status: {
    startTime: '2026-11-26T00:00:00Z',
    completionTime: new Date(
      Date.UTC(2026, 10, 26) + minutes * 60_000,
    ).toISOString(),
    conditions: [],
  },
});

const deadlineOf = (
  of: KubernetesCronJob,
  since: string,
  runs: KubernetesJob[] = [],
) => {
  const deadline = readDeadline(of, { since: Date.parse(since), runs });
  return deadline === undefined
    ? undefined
    : new Date(deadline).toISOString().replace('.000Z', 'Z');
};

describe('readDeadline', () => {
  // 2026-11-26 is a Thursday.
  it.each([
    ['two half hours', '*/30 * * * *', '2026-11-27T11:31:20Z', '12:41:20Z'],
    [
      'a run that took long',
      '*/30 * * * *',
      '2026-11-27T11:59:00Z',
      '13:09:00Z',
    ],
    [
      'a success as it was due',
      '*/30 * * * *',
      '2026-11-27T11:30:00Z',
      '12:40:00Z',
    ],
    ['five minutes', '*/5 * * * *', '2026-11-27T11:31:00Z', '11:51:00Z'],
    ['a word', '@hourly', '2026-11-27T11:01:00Z', '13:11:00Z'],
    ['a word with spaces', ' @hourly ', '2026-11-27T11:01:00Z', '13:11:00Z'],
    [
      'a word that only Kubernetes knows',
      '@midnight',
      '2026-11-25T00:01:00Z',
      '00:11:00Z',
    ],
    ['a period', '@every 1h30m', '2026-11-27T08:01:00Z', '11:11:00Z'],
    [
      'mornings and afternoons',
      '0 8,15 * * *',
      '2026-11-26T08:01:00Z',
      '08:11:00Z',
    ],
    [
      'nothing given for a field',
      '0 3 ? * ?',
      '2026-11-25T03:01:00Z',
      '03:11:00Z',
    ],
  ])(
    'gives a job of %s (%s) two periods and ten minutes',
    (_, schedule, since, time) => {
      expect(deadlineOf(cronJob(schedule), since)).toBe(`2026-11-27T${time}`);
    },
  );

  it('does not count a weekend that the schedule leaves out', () => {
    expect(deadlineOf(cronJob('0 9 * * 1-5'), '2026-11-26T09:02:00Z')).toBe(
      '2026-11-30T09:12:00Z',
    );
  });

  it('counts in the zone of the CronJob, or of its schedule, over a change of the clocks', () => {
    const since = '2026-10-31T11:02:00Z';
    const deadline = '2026-11-02T12:12:00Z';
    expect(deadlineOf(cronJob('0 6 * * *', 'America/Chicago'), since)).toBe(
      deadline,
    );
    expect(
      deadlineOf(cronJob('CRON_TZ=America/Chicago 0 6 * * *'), since),
    ).toBe(deadline);
    expect(deadlineOf(cronJob('TZ=America/Chicago 0 6 * * *'), since)).toBe(
      deadline,
    );
  });

  it('gives the last run as long as runs usually take', () => {
    const usersync = cronJob('*/30 * * * *');
    expect(deadlineOf(usersync, '2026-11-27T11:59:00Z', [success(29)])).toBe(
      '2026-11-27T13:28:00Z',
    );
  });

  it('does not take one run that hung for a night as usual', () => {
    const usersync = cronJob('*/30 * * * *');
    const runs = [success(2), success(600), success(12)];
    expect(deadlineOf(usersync, '2026-11-27T11:31:00Z', runs)).toBe(
      '2026-11-27T12:43:00Z',
    );
  });

  it.each([
    [''],
    ['now and then'],
    ['@every now'],
    ['@every -5m'],
    ['CRON_TZ=Mars/Olympus 0 6 * * *'],
    ['0 0 31 4 *'],
    [`0 ${'0,'.repeat(60)}0 * * *`],
  ])('knows none of "%s"', schedule => {
    expect(
      deadlineOf(cronJob(schedule), '2026-11-27T11:31:00Z'),
    ).toBeUndefined();
  });
});
