import { addUp, closingLine, Tally } from './tally';

/** What a part of a run counted, and what it could not test on this machine. */
export interface StepResult extends Tally {
  /** What is missing, what was not tested therefore, and how to install it. */
  notTested?: string;
  /** What failed, and why. */
  failures?: string[];
}

/** Failures that are said again: whoever gets only the end of a log has their reasons, too. */
const MAX_SAID = 20;

/**
 * How a run ends: the last lines to say, the count being the very last, and the exit code of the program.
 *
 * What failed, and what this machine could not test, is said again at the end, where it is seen. In CI the latter counts as a failure: nobody
 * reads a green run.
 */
export function conclude(
  results: StepResult[],
  options: { inCi: boolean },
): { lines: string[]; exitCode: number } {
  const missing = results.flatMap(({ notTested }) => notTested ?? []);
  const failures = results.flatMap(result => result.failures ?? []);
  const unsaid = failures.length - MAX_SAID;
  const total = addUp([
    ...results,
    { passed: 0, failed: options.inCi ? missing.length : 0 },
  ]);
  const word = options.inCi ? 'FAILED' : 'NOT TESTED';
  return {
    lines: [
      ...failures.slice(0, MAX_SAID).map(failure => `FAILED: ${failure}`),
      ...(unsaid > 0 ? [`FAILED: ${unsaid} more, see above`] : []),
      ...missing.map(what => `${word}: ${what}`),
      closingLine(total),
    ],
    exitCode: total.failed > 0 || total.passed === 0 ? 1 : 0,
  };
}
