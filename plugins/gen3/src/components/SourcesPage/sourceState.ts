import {
  describeDuration,
  HEALTH_STATUSES,
  HealthStatus,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3TranslationFunction } from '../../translation';
import { sourcesMessages } from '../../translation/sources';

/** A source that was not read for so many of its own intervals is not known to be well. */
const OVERDUE_INTERVALS = 3;
/** A busy portal may be this late with a source that is read every few seconds. */
const OVERDUE_AT_LEAST_MS = 60_000;

/** How a source is, as a message about its state is called. */
type ShownState = keyof typeof sourcesMessages.state;

const TONES: Record<ShownState, HealthStatus> = {
  failed: 'down',
  held: 'degraded',
  neverRun: 'unknown',
  unread: 'unknown',
  quarantine: 'degraded',
  ok: 'up',
};

/**
 * Tone and icon that a source is shown with. Pure.
 *
 * @param asOf - when the answer was made: between two answers a source is read that this page does not know of yet
 */
export function toneOfState(source: SourceStatus, asOf: string): HealthStatus {
  return TONES[classifyState(source, asOf)];
}

/** The word beside tone and icon. Pure. */
export function describeState(
  source: SourceStatus,
  asOf: string,
  t: Gen3TranslationFunction,
): string {
  return t(`sourcesPage.state.${classifyState(source, asOf)}`, {
    duration: describeDuration(unreadMs(source, asOf)),
  });
}

/** Sources in order of need for attention, then by name. */
export function sortWorstFirst(
  sources: readonly SourceStatus[],
  asOf: string,
): SourceStatus[] {
  const need = (source: SourceStatus) =>
    HEALTH_STATUSES.indexOf(toneOfState(source, asOf));
  return [...sources].sort(
    (a, b) => need(a) - need(b) || a.id.localeCompare(b.id, 'en'),
  );
}

function classifyState(source: SourceStatus, asOf: string): ShownState {
  switch (source.state) {
    case 'failed':
      return 'failed';
    case 'held':
      return 'held';
    case 'never-run':
      return 'neverRun';
    default:
      if (unreadMs(source, asOf) > overdueMs(source)) return 'unread';
      return source.counts.quarantined > 0 ? 'quarantine' : 'ok';
  }
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
