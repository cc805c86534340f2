import { sourceStatusSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { compareText } from '../lib/compareText';

/** Entries that a list of a summary holds at most: the worst of them. */
export const MAX_LISTED = 100;

const { counts, quarantined, findings } = sourceStatusSchema.shape;

/** The worst findings on members of a source. */
export const findingsSummarySchema = z.object({
  findings,
  /** How many there are in all. */
  total: z.number().int().nonnegative(),
});

/** The worst findings on members of a source. */
export type FindingsSummary = z.infer<typeof findingsSummarySchema>;

/** What a source's members come to, small whatever their number. */
export const sourceSummarySchema = findingsSummarySchema.extend({
  counts,
  quarantined,
});

/** What a source's members come to, small whatever their number. */
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Orders findings: the worst first. */
export function compareSeverity(
  a: { severity: (typeof SEVERITIES)[number] },
  b: { severity: (typeof SEVERITIES)[number] },
): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/** The worst of some findings; pure. Those of one member keep their order. */
export function summarizeFindings(
  all: FindingsSummary['findings'],
): FindingsSummary {
  const sorted = [...all].sort(
    (a, b) => compareSeverity(a, b) || compareText(a.member, b.member),
  );
  return { findings: sorted.slice(0, MAX_LISTED), total: all.length };
}

/** Both together; exact, because what one of them left out is no worse than what it lists. */
export function addSummaries(
  a: FindingsSummary,
  b: FindingsSummary,
): FindingsSummary {
  return {
    ...summarizeFindings([...a.findings, ...b.findings]),
    total: a.total + b.total,
  };
}
