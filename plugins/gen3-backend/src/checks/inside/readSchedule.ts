import type { KubernetesCronJob } from '@gen3-csoc/backstage-plugin-gen3-node';
import { CronExpressionParser } from 'cron-parser';
import { parseGoDuration } from './parseGoDuration';

/** Steps from one time to the next at which a CronJob is due; each is in milliseconds since the epoch. */
export interface DueTimes {
  next(): number;
  previous(): number;
}

/** A zone before the fields, as Kubernetes takes it besides the field `timeZone` (`robfig/cron:parser.go`). */
const ZONED = /^(?:CRON_TZ|TZ)=(\S+)\s+(.+)$/;
/** A period without fields, also of `robfig/cron:parser.go`. */
const EVERY = /^@every (\S+)$/;
/** A word that Kubernetes knows and the parser does not. */
const MIDNIGHT = '@midnight';

/**
 * Times of a CronJob around an instant; undefined when its schedule is none, its time zone is none, or it is never due. Kubernetes counts
 * in the time zone of its controller where a CronJob names none, which is UTC as a rule.
 *
 * @param options - `at` is in milliseconds since the epoch; what is due exactly then is neither before nor after.
 */
export function readSchedule<T>(
  cronJob: KubernetesCronJob,
  options: { at: number; read: (times: DueTimes) => T },
): T | undefined {
  const { at, read } = options;
  const schedule = cronJob.spec?.schedule?.trim() ?? '';
  // A longer one is no schedule, and the parser is not asked to prove it.
  if (schedule === '' || schedule.length > 100) return undefined;
  const [, zone = cronJob.spec?.timeZone ?? 'UTC', fields = schedule] =
    ZONED.exec(schedule) ?? [];
  const [, every] = EVERY.exec(fields) ?? [];
  try {
    return read(
      every === undefined
        ? timesOfFields(fields, { zone, at })
        : timesOfPeriod(every, { begin: beginOf(cronJob), at }),
    );
  } catch {
    // Whatever the parser has against it: what Kubernetes accepted and the portal does not understand is not known.
    return undefined;
  }
}

function timesOfFields(
  fields: string,
  options: { zone: string; at: number },
): DueTimes {
  const times = CronExpressionParser.parse(
    fields === MIDNIGHT ? '@daily' : fields,
    { currentDate: new Date(options.at), tz: options.zone },
  );
  return {
    next: () => times.next().getTime(),
    previous: () => times.prev().getTime(),
  };
}

function timesOfPeriod(
  period: string,
  options: { begin: number; at: number },
): DueTimes {
  const given = parseGoDuration(period);
  if (given === undefined) throw new Error(`"${period}" is no duration`);
  // Whole seconds, and one at least (`robfig/cron:constantdelay.go`).
  const length = Math.max(1_000, Math.floor(given / 1_000) * 1_000);
  const { begin } = options;
  let { at } = options;
  return {
    next: () => {
      at = begin + (Math.floor((at - begin) / length) + 1) * length;
      return at;
    },
    previous: () => {
      at = begin + (Math.ceil((at - begin) / length) - 1) * length;
      return at;
    },
  };
}

/** A period counts from the last run that the controller made, else from when the CronJob was made. */
function beginOf({ metadata, status }: KubernetesCronJob): number {
  return Date.parse(
    status?.lastScheduleTime ??
      metadata.creationTimestamp ??
      new Date(0).toISOString(),
  );
}
