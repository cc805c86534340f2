import { lateJobCause, lateJobOf } from './lateJob';

describe('lateJob', () => {
  it('reads the job that it wrote', () => {
    expect(lateJobCause('usersync')).toBe('job-late:usersync');
    expect(lateJobOf('job-late:usersync')).toBe('usersync');
    expect(lateJobOf('job-late:etl-cronjob')).toBe('etl-cronjob');
  });

  it.each(['job-late', 'job-late:', 'job-late:a"b', 'job-late:%', 'stale'])(
    'reads no job in "%s"',
    value => {
      expect(lateJobOf(value)).toBeUndefined();
    },
  );
});
