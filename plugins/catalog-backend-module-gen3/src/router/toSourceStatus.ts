import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { SourceConfig } from '../config/SourceConfig';
import { compareText } from '../lib/compareText';
import { durationToMilliseconds } from '../lib/durationToMilliseconds';
import { SourceFinding } from '../provider/mergeSources';
import { StoredMember, StoredSource } from '../store/SourceStore';

/** The state of a source as people and REST see it. Pure. */
export function toSourceStatus(options: {
  config: SourceConfig;
  stored: StoredSource | undefined;
  /** Findings from comparing sources; those of other sources are left out. */
  contradictions: readonly SourceFinding[];
  now: Date;
}): SourceStatus {
  const { config, stored, contradictions, now } = options;
  const members = stored?.members ?? [];
  return {
    id: config.id,
    type: config.type,
    target: config.type === 'static' ? 'config' : redactUrls(config.url),
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
    counts: countMembers(members),
    quarantined: members.flatMap(({ member, commons, quarantine }) =>
      quarantine
        ? [
            {
              member,
              hostname: commons?.hostname ?? quarantine.hostname,
              finding: quarantine.finding,
              since: quarantine.since,
              served: commons !== undefined,
            },
          ]
        : [],
    ),
    findings: [
      ...members.flatMap(({ member, findings }) =>
        findings.map(finding => ({ ...finding, member })),
      ),
      ...contradictions
        .filter(({ sourceId }) => sourceId === config.id)
        .map(({ member, finding }) => ({ ...finding, member })),
    ].sort((a, b) => compareText(a.member, b.member)),
    held: stored?.held,
  };
}

function stateOf(stored: StoredSource | undefined): SourceStatus['state'] {
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
  stored: StoredSource | undefined,
): string | undefined {
  const { frequency } = config.schedule;
  if (!stored?.lastTryAt || 'cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  const intervalMs = durationToMilliseconds(frequency);
  return new Date(Date.parse(stored.lastTryAt) + intervalMs).toISOString();
}

function countMembers(
  members: readonly StoredMember[],
): SourceStatus['counts'] {
  const commons = members.flatMap(member =>
    member.commons ? [member.commons] : [],
  );
  const clusters = commons.flatMap(({ cluster }) => (cluster ? [cluster] : []));
  return {
    commons: commons.length,
    services: commons.reduce((sum, { services }) => sum + services.length, 0),
    clusters: new Set(clusters).size,
    quarantined: members.filter(({ quarantine }) => quarantine).length,
  };
}
