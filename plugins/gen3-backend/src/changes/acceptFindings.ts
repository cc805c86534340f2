import { InputError } from '@backstage/errors';
import {
  type AcceptedFinding,
  placeOfFinding,
  type PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { refuseSecrets } from './refuseSecrets';

/** A warning that its author answers for. */
interface Accepting {
  id: string;
  /** Its place, where the check has several warnings. */
  where?: string;
  reason: string;
}

/**
 * Matches what preflight found with what the author answers for.
 *
 * @throws InputError when there is an error, or a warning that nobody accepted with a reason, or a reason that holds a secret.
 */
export function acceptFindings(options: {
  findings: PreflightFinding[];
  accept: Accepting[];
  by: string;
}): AcceptedFinding[] {
  const { findings, accept, by } = options;
  for (const { reason } of accept) {
    refuseSecrets('A reason for accepting a finding', reason);
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new InputError(
      `Preflight found ${countOf(errors)}: ${describe(errors)}`,
    );
  }
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const judged = warnings.map(finding => ({
    finding,
    reason: reasonOf(finding, { warnings, accept }),
  }));
  const open = judged.flatMap(({ finding, reason }) =>
    reason === '' ? [finding] : [],
  );
  if (open.length > 0) {
    throw new InputError(
      `Preflight warns, and nobody accepted it with a reason: ${describe(
        open,
      )}. Mend it, or accept ${[
        ...new Set(open.map(finding => nameOf(finding, warnings))),
      ].join(', ')}`,
    );
  }
  return judged.map(({ finding, reason }) => {
    const { id, severity, what } = finding;
    const where = placeOfFinding(finding);
    return {
      id,
      ...(where === undefined ? {} : { where }),
      severity,
      what,
      by,
      reason,
    };
  });
}

/** The reason for this very finding; one that names no place is for the only warning of a check. */
function reasonOf(
  finding: PreflightFinding,
  given: { warnings: PreflightFinding[]; accept: Accepting[] },
): string {
  const place = placeOfFinding(finding);
  const isOnly = isOnlyOne(finding, given.warnings);
  const found = given.accept.find(
    ({ id, where }) =>
      id === finding.id && (where === undefined ? isOnly : where === place),
  );
  return found?.reason.trim() ?? '';
}

/** Whether all warnings of its check are about one place. */
function isOnlyOne({ id }: PreflightFinding, warnings: PreflightFinding[]) {
  const places = warnings
    .filter(warning => warning.id === id)
    .map(placeOfFinding);
  return new Set(places).size === 1;
}

/** How an author names it who accepts it. */
function nameOf(finding: PreflightFinding, warnings: PreflightFinding[]) {
  const place = placeOfFinding(finding);
  return isOnlyOne(finding, warnings) || place === undefined
    ? finding.id
    : `${finding.id} where ${place}`;
}

function countOf(errors: PreflightFinding[]): string {
  return errors.length === 1 ? 'an error' : `${errors.length} errors`;
}

function describe(findings: PreflightFinding[]): string {
  return findings
    .map(({ id, what, fix }) => `${what} (${id}). ${fix}`)
    .join('; ');
}
