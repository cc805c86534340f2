import { z } from 'zod';
import {
  heldSchema,
  quarantineSchema,
  SourceOverview,
  SourceRecord,
  StoredMember,
  storedMemberSchema,
} from './SourceStore';
import { findingsSummarySchema, sourceSummarySchema } from './summary';

/** Tables of this module in the catalog's database. */
export const TABLES = {
  sources: 'gen3_sources',
  members: 'gen3_source_members',
  emissions: 'gen3_emissions',
  revision: 'gen3_revision',
} as const;

/** Row of `gen3_sources`. */
export interface SourceRow {
  source_id: string;
  last_try_at: string | null;
  last_good_at: string | null;
  running_until: string | null;
  version: string | null;
  fingerprint: string | null;
  error: string | null;
  held_json: string | null;
  confirmed_json: string | null;
  summary_json: string | null;
  comparison_json: string | null;
}

/** Row of `gen3_source_members`. */
export interface MemberRow {
  source_id: string;
  member: string;
  commons_json: string | null;
  findings_json: string;
  quarantine_json: string | null;
  /** 0 or 1: the same on both engines. */
  incomplete: number;
  hostname: string | null;
  claimed_hostname: string | null;
}

/** Row of `gen3_emissions`. */
export interface EmissionRow {
  source_id: string;
  /** Empty while entities are being handed over. */
  hash: string;
  handed_over_at: string | null;
}

/** @throws when the database holds something that this version does not understand */
export function toSourceRecord(row: SourceRow): SourceRecord {
  return {
    sourceId: row.source_id,
    lastTryAt: row.last_try_at ?? undefined,
    lastGoodAt: row.last_good_at ?? undefined,
    runningUntil: row.running_until ?? undefined,
    version: row.version ?? undefined,
    fingerprint: row.fingerprint ?? undefined,
    error: row.error ?? undefined,
    held: row.held_json
      ? heldSchema.parse(JSON.parse(row.held_json))
      : undefined,
    confirmed: row.confirmed_json
      ? z.array(z.string()).parse(JSON.parse(row.confirmed_json))
      : undefined,
  };
}

/** @throws when the database holds something that this version does not understand */
export function toSourceOverview(row: SourceRow): SourceOverview {
  return {
    ...toSourceRecord(row),
    summary: row.summary_json
      ? sourceSummarySchema.parse(JSON.parse(row.summary_json))
      : undefined,
    comparison: row.comparison_json
      ? findingsSummarySchema.parse(JSON.parse(row.comparison_json))
      : undefined,
  };
}

/** @throws when the database holds something that this version does not understand */
export function toStoredMember(row: MemberRow): StoredMember {
  const commons = row.commons_json ? JSON.parse(row.commons_json) : undefined;
  const quarantine = row.quarantine_json
    ? quarantineSchema.parse(JSON.parse(row.quarantine_json))
    : undefined;
  return storedMemberSchema.parse({
    member: row.member,
    ...(commons === undefined ? {} : { commons }),
    ...(row.incomplete ? { incomplete: true } : {}),
    findings: JSON.parse(row.findings_json),
    ...(quarantine ? { quarantine } : {}),
  });
}

/** The row of a member. */
export function toMemberRow(sourceId: string, member: StoredMember): MemberRow {
  return {
    source_id: sourceId,
    member: member.member,
    commons_json: member.commons ? JSON.stringify(member.commons) : null,
    findings_json: JSON.stringify(member.findings),
    quarantine_json: member.quarantine
      ? JSON.stringify(member.quarantine)
      : null,
    incomplete: member.incomplete ? 1 : 0,
    hostname: member.commons?.hostname ?? null,
    claimed_hostname: member.quarantine?.hostname ?? null,
  };
}
