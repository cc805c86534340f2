/** How many checks or tests of a run passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** One thing that passed or failed. */
export function tallyOf(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Sum of several tallies. */
export function addUp(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * What a test program counted, set against how it ended: one that failed without a failed test, or that ran no test at all, has
 * failed.
 */
export function judgeRun(counted: Tally, exitCode: number): Tally {
  const isHollow = counted.passed === 0 || exitCode !== 0;
  return {
    ...counted,
    failed: counted.failed === 0 && isHollow ? 1 : counted.failed,
  };
}

/** The last line of every run; machines read it. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
