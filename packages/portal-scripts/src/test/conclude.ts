import { addUp, closingLine, Tally } from './tally';

/** What a part of a run counted, and what it could not test on this machine. */
export interface StepResult extends Tally {
  /** What is missing, what was not tested therefore, and how to install it. */
  notTested?: string;
}

/**
 * How a run ends: the last lines to say, the count being the very last, and the exit code of the program.
 *
 * What this machine could not test is said again at the end, where it is seen. In CI it counts as a failure: nobody reads a
 * green run.
 */
export function conclude(
  results: StepResult[],
  options: { inCi: boolean },
): { lines: string[]; exitCode: number } {
  const missing = results.flatMap(({ notTested }) => notTested ?? []);
  const total = addUp([
    ...results,
    { passed: 0, failed: options.inCi ? missing.length : 0 },
  ]);
  const word = options.inCi ? 'FAILED' : 'NOT TESTED';
  return {
    lines: [...missing.map(what => `${word}: ${what}`), closingLine(total)],
    exitCode: total.failed > 0 || total.passed === 0 ? 1 : 0,
  };
}
