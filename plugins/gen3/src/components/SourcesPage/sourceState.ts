import {
  describeDuration,
  HEALTH_STATUSES,
  HealthStatus,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** A source that was not read for so many of its own intervals is not known to be well. */
const OVERDUE_INTERVALS = 3;
/** A busy portal may be this late with a source that is read every few seconds. */
const OVERDUE_AT_LEAST_MS = 60_000;

/** How a source's state is shown: tone and icon of a status, and its own word. */
export interface ShownState {
  tone: HealthStatus;
  word: string;
}

/**
 * How a source is shown. Pure.
 *
 * @param asOf - when the answer was made: between two answers a source is read that this page does not know of yet
 */
export function describeState(source: SourceStatus, asOf: string): ShownState {
  switch (source.state) {
    case 'failed':
      return { tone: 'down', word: 'failed' };
    case 'held':
      return { tone: 'degraded', word: 'held back' };
    case 'never-run':
      return { tone: 'unknown', word: 'never run' };
    default:
      return describeReading(source, asOf);
  }
}

/** Sources in order of need for attention, then by name. */
export function sortWorstFirst(
  sources: readonly SourceStatus[],
  asOf: string,
): SourceStatus[] {
  const need = (source: SourceStatus) =>
    HEALTH_STATUSES.indexOf(describeState(source, asOf).tone);
  return [...sources].sort(
    (a, b) => need(a) - need(b) || a.id.localeCompare(b.id, 'en'),
  );
}

function describeReading(source: SourceStatus, asOf: string): ShownState {
  const unread = unreadMs(source, asOf);
  if (unread > overdueMs(source)) {
    return {
      tone: 'unknown',
      word: `not read for ${describeDuration(unread)}`,
    };
  }
  return source.counts.quarantined > 0
    ? { tone: 'degraded', word: 'ok, with quarantine' }
    : { tone: 'up', word: 'ok' };
}

function unreadMs({ lastGoodAt }: SourceStatus, asOf: string): number {
  return lastGoodAt === undefined
    ? 0
    : Date.parse(asOf) - Date.parse(lastGoodAt);
}

/** A source by cron line or by hand has no next try, so it is never overdue here; its age is shown all the same. */
function overdueMs({ lastTryAt, nextTryAt }: SourceStatus): number {
  if (lastTryAt === undefined || nextTryAt === undefined) return Infinity;
  const interval = Date.parse(nextTryAt) - Date.parse(lastTryAt);
  return Math.max(OVERDUE_INTERVALS * interval, OVERDUE_AT_LEAST_MS);
}
