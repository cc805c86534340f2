const PREFIX = 'job-late:';

/** A value of the fleet's filter `cause` that names the job which is late: `job-late:usersync`. */
export const LATE_JOB_PATTERN =
  /^job-late:[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** The value of the fleet's filter `cause` for a job that is late: finer than the cause `job-late`. @public */
export function lateJobCause(job: string): string {
  return `${PREFIX}${job}`;
}

/** Name of the job that such a value names; undefined when it is another cause. @public */
export function lateJobOf(cause: string): string | undefined {
  return LATE_JOB_PATTERN.test(cause) ? cause.slice(PREFIX.length) : undefined;
}
