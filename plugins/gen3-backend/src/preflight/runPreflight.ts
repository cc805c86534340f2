import type {
  PreflightCheckResult,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { fieldOfKey } from './fieldOfKey';
import type { CheckInput, PreflightCheck, Problem } from './types';

/** Where each finding is explained, by its id. */
const DOCS = 'https://github.com/gen3-csoc/portal/blob/main/docs/preflight.md#';

const SEVERITIES: PreflightFinding['severity'][] = ['error', 'warning', 'info'];

/** What came of all checks. */
export interface PreflightResult {
  /** The worst first, then in the order of the checks. */
  findings: PreflightFinding[];
  checks: PreflightCheckResult[];
}

/** Asks every check; pure, so the same input always gets the same answer. */
export function runPreflight(
  checks: readonly PreflightCheck[],
  input: CheckInput,
): PreflightResult {
  const isWizard = input.subject.plan !== undefined;
  const ran = checks.map(check => {
    const answer = check.run(input);
    const problems = Array.isArray(answer) ? answer : [];
    return {
      result: describeCheck(check, answer),
      findings: problems.map(problem => toFinding(check, problem, isWizard)),
    };
  });
  const findings = ran.flatMap(each => each.findings);
  return {
    findings: SEVERITIES.flatMap(severity =>
      findings.filter(finding => finding.severity === severity),
    ),
    checks: ran.map(each => each.result),
  };
}

function describeCheck(
  { id, title }: PreflightCheck,
  answer: ReturnType<PreflightCheck['run']>,
): PreflightCheckResult {
  if (answer === 'not-applicable') return { id, title, outcome: answer };
  if (Array.isArray(answer)) {
    return { id, title, outcome: answer.length > 0 ? 'found' : 'passed' };
  }
  return { id, title, outcome: 'not-run', reason: answer.notRun };
}

function toFinding(
  { id }: PreflightCheck,
  { key, field, severity, what, why, fix }: Problem,
  isWizard: boolean,
): PreflightFinding {
  const answer = field ?? (key === undefined ? undefined : fieldOfKey(key));
  return {
    id,
    severity,
    where: {
      ...(isWizard && answer ? { field: answer } : {}),
      ...(key === undefined ? {} : { key }),
    },
    what,
    why,
    fix,
    docs: `${DOCS}${id}`,
  };
}
