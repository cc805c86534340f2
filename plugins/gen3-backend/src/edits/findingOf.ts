import type { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Where each finding about an edit is explained, by its id. */
const DOCS = 'https://github.com/gen3-csoc/portal/blob/main/docs/changes.md#';

/** Ids of what is found about edits, besides what preflight finds; each has a heading in `docs/changes.md`. */
export const EDIT_FINDINGS = [
  'autoscaling',
  'change-open',
  'downgrade',
  'files-left',
  'pinned-tag',
  'scaled-to-zero',
  'shared-values',
  'skips-releases',
] as const;

/** Something to think of before an edit is proposed. */
export function findingOf(finding: {
  id: (typeof EDIT_FINDINGS)[number];
  severity: PreflightFinding['severity'];
  key?: string;
  what: string;
  why: string;
  fix: string;
}): PreflightFinding {
  const { key, ...rest } = finding;
  return {
    ...rest,
    where: key === undefined ? {} : { key },
    docs: `${DOCS}${finding.id}`,
  };
}
