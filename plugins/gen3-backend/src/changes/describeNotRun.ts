import type { PreflightCheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';

/** A check that could not be run, as a statement; nothing for one that was. */
export function describeNotRun({
  outcome,
  title,
  reason,
}: PreflightCheckResult): string[] {
  return outcome === 'not-run' ? [`${title}: ${reason ?? 'unknown'}`] : [];
}
