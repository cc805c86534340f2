import { z } from 'zod';
import { judgeRun, Tally } from './tally';

/** What is used of Playwright's JSON report. */
export const playwrightReportSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    /** Also those that were interrupted, or never ran because one before them failed. */
    skipped: z.number(),
  }),
  /** What went wrong outside of tests, e.g. in loading a file. */
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Counts a run of Playwright. Skipped tests prove nothing, and those that pass only when tried again hide a failure. */
export function tallyPlaywright(
  { stats, errors }: z.infer<typeof playwrightReportSchema>,
  exitCode: number,
): Tally {
  return judgeRun(
    {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    },
    exitCode,
  );
}
