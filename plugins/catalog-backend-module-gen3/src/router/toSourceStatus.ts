import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { SourceConfig } from '../config/SourceConfig';
import { durationToMilliseconds } from '../lib/durationToMilliseconds';
import { SourceOverview, SourceRecord } from '../store/SourceStore';
import { summarizeMembers } from '../store/summarizeMembers';
import { addSummaries, summarizeFindings } from '../store/summary';

/** Clusters that the target of a source names. */
const MAX_CLUSTERS_NAMED = 5;

/** The state of a source as people and REST see it. Pure. */
export function toSourceStatus(options: {
  config: SourceConfig;
  /** Absent: it never ran. */
  stored: SourceOverview | undefined;
  now: Date;
}): SourceStatus {
  const { config, stored, now } = options;
  const summary = stored?.summary ?? summarizeMembers([]);
  const { findings, total } = addSummaries(
    summary,
    stored?.comparison ?? summarizeFindings([]),
  );
  return {
    id: config.id,
    type: config.type === 'unknown' ? config.givenType : config.type,
    target: targetOf(config),
    relationship: config.relationship,
    state: stateOf(stored),
    running:
      stored?.runningUntil !== undefined &&
      stored.runningUntil > now.toISOString(),
    lastTryAt: stored?.lastTryAt,
    lastGoodAt: stored?.lastGoodAt,
    nextTryAt: nextTryAt(config, stored),
    commit: commitOf(stored?.version),
    error: stored?.error,
    counts: summary.counts,
    quarantined: summary.quarantined,
    findings,
    totals: { quarantined: summary.counts.quarantined, findings: total },
    held: stored?.held,
  };
}

function targetOf(config: SourceConfig): string {
  if (config.type === 'kubernetes') {
    const { clusters } = config;
    const more = clusters.length - MAX_CLUSTERS_NAMED;
    return [
      ...clusters.slice(0, MAX_CLUSTERS_NAMED),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join(', ');
  }
  return 'url' in config ? redactUrls(config.url) : 'config';
}

function stateOf(stored: SourceRecord | undefined): SourceStatus['state'] {
  if (stored?.error !== undefined) {
    return 'failed';
  }
  if (stored?.held) {
    return 'held';
  }
  return stored?.lastGoodAt === undefined ? 'never-run' : 'ok';
}

/** A reader's version begins with the commit; what may follow is for the reader. */
function commitOf(version: string | undefined): string | undefined {
  return version?.split(/[,~]/, 1)[0];
}

/** Only for sources with a fixed interval; a cron line or a manual trigger has no simple answer. */
function nextTryAt(
  config: SourceConfig,
  stored: SourceRecord | undefined,
): string | undefined {
  const { frequency } = config.schedule;
  if (!stored?.lastTryAt || 'cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  const intervalMs = durationToMilliseconds(frequency);
  return new Date(Date.parse(stored.lastTryAt) + intervalMs).toISOString();
}
