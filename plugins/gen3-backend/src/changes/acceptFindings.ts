import { InputError } from '@backstage/errors';
import type {
  AcceptedFinding,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { refuseSecrets } from './refuseSecrets';

/**
 * Matches what preflight found with what the author answers for.
 *
 * @throws InputError when there is an error, or a warning that nobody accepted with a reason, or a reason that holds a secret.
 */
export function acceptFindings(options: {
  findings: PreflightFinding[];
  accept: { id: string; reason: string }[];
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
  const reasons = new Map(accept.map(({ id, reason }) => [id, reason.trim()]));
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const open = warnings.filter(({ id }) => !reasons.get(id));
  if (open.length > 0) {
    throw new InputError(
      `Preflight warns, and nobody accepted it with a reason: ${describe(
        open,
      )}. Mend it, or accept ${[...new Set(open.map(({ id }) => id))].join(
        ', ',
      )}`,
    );
  }
  return warnings.map(({ id, severity, what }) => ({
    id,
    severity,
    what,
    by,
    reason: reasons.get(id) ?? '',
  }));
}

function countOf(errors: PreflightFinding[]): string {
  return errors.length === 1 ? 'an error' : `${errors.length} errors`;
}

function describe(findings: PreflightFinding[]): string {
  return findings
    .map(({ id, what, fix }) => `${what} (${id}). ${fix}`)
    .join('; ');
}
