import { z } from 'zod';
import { judgeRun, Tally } from './tally';

/** What is used of jest's `--json` report. */
export const jestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** Skipped, by themselves or because another one is focused. */
  numPendingTests: z.number(),
  /** Suites that could not even be loaded have no tests to count. */
  numRuntimeErrorTestSuites: z.number(),
});

/** Counts a run of jest. A test that was skipped proves nothing, so it counts as failed. */
export function tallyJest(
  report: z.infer<typeof jestReportSchema>,
  exitCode: number,
): Tally {
  return judgeRun(
    {
      passed: report.numPassedTests,
      failed:
        report.numFailedTests +
        report.numPendingTests +
        report.numRuntimeErrorTestSuites,
    },
    exitCode,
  );
}
