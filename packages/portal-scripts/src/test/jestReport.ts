import { z } from 'zod';
import { FailedTest } from './failedTest';
import { judgeRun, Tally } from './tally';

/** What is used of jest's `--json` report. */
export const jestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** Skipped, by themselves or because another one is focused. */
  numPendingTests: z.number(),
  /** Suites that could not even be loaded have no tests to count. */
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      /** Path of the file. */
      name: z.string(),
      status: z.string(),
      /** Why the suite failed as a whole. */
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** States of tests that count as failed. */
const COUNTED = new Set(['failed', 'pending']);

/** Counts a run of jest. A test that was skipped proves nothing, so it counts as failed. */
export function tallyJest(
  report: Omit<z.infer<typeof jestReportSchema>, 'testResults'>,
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

/** What counts as failed, and why: tests that failed or were left out, and files that could not be loaded. */
export function failedInJest({
  testResults,
}: Pick<z.infer<typeof jestReportSchema>, 'testResults'>): FailedTest[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => COUNTED.has(test.status));
    return failed.length === 0 && status === 'failed'
      ? [{ place: name, title: 'the whole file', reasons: [message] }]
      : failed.map(test => ({
          place: name,
          title: test.fullName,
          reasons: [
            ...(test.status === 'failed' ? [] : [test.status]),
            ...(test.failureMessages ?? []),
          ],
        }));
  });
}
