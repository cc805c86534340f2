import type {
  PreflightCheckResult,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { fieldOfKey } from './fieldOfKey';
import type { CheckAnswer, CheckInput, PreflightCheck, Problem } from './types';

/** Where each finding is explained, by its id. */
const DOCS = 'https://github.com/gen3-csoc/portal/blob/main/docs/preflight.md#';

/** The worst first. */
export const SEVERITIES: readonly PreflightFinding['severity'][] = [
  'error',
  'warning',
  'info',
];

/** A finding, and what its sentence counts or lists. */
export interface FoundProblem {
  finding: PreflightFinding;
  about: Problem['about'];
}

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
  const { found, results } = askChecks(checks, input);
  return { findings: found.map(({ finding }) => finding), checks: results };
}

/** As `runPreflight`, with what is needed to compare findings of two runs. */
export function askChecks(
  checks: readonly PreflightCheck[],
  input: CheckInput,
): { found: FoundProblem[]; results: PreflightCheckResult[] } {
  const isWizard = input.subject.plan !== undefined;
  const ran = checks.map(check => ({ check, answer: check.run(input) }));
  const found = ran.flatMap(({ check, answer }) =>
    problemsOf(answer).map(problem => ({
      finding: toFinding(check, problem, isWizard),
      about: problem.about,
    })),
  );
  return {
    found: SEVERITIES.flatMap(severity =>
      found.filter(({ finding }) => finding.severity === severity),
    ),
    results: ran.map(({ check, answer }) => describeCheck(check, answer)),
  };
}

function problemsOf(answer: CheckAnswer): readonly Problem[] {
  if (answer === 'not-applicable') return [];
  return Array.isArray(answer) ? answer : answer.problems ?? [];
}

function describeCheck(
  { id, title }: PreflightCheck,
  answer: CheckAnswer,
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
