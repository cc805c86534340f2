import { z } from 'zod';
import { FailedTest } from './failedTest';
import { judgeRun, Tally } from './tally';

const errorSchema = z.object({ message: z.string().optional() });

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(
    z.object({ results: z.array(z.object({ errors: z.array(errorSchema) })) }),
  ),
});

/** A file, or a `describe` in it. */
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

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
  errors: z.array(errorSchema),
  suites: z.array(suiteSchema),
});

/** Counts a run of Playwright. Skipped tests prove nothing, and those that pass only when tried again hide a failure. */
export function tallyPlaywright(
  {
    stats,
    errors,
  }: Pick<z.infer<typeof playwrightReportSchema>, 'stats' | 'errors'>,
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

/** Tests that failed, and why; those that never ran have no reason. */
export function failedInPlaywright({
  suites,
}: Pick<z.infer<typeof playwrightReportSchema>, 'suites'>): FailedTest[] {
  return suites.flatMap(suite => [
    ...suite.specs.filter(({ ok }) => !ok).map(toFailedTest),
    ...failedInPlaywright({ suites: suite.suites ?? [] }),
  ]);
}

function toFailedTest({
  title,
  file,
  line,
  tests,
}: z.infer<typeof specSchema>): FailedTest {
  const errors = tests.flatMap(({ results }) =>
    results.flatMap(result => result.errors),
  );
  return {
    place: `${file}:${line}`,
    title,
    reasons: errors.flatMap(({ message }) => message ?? []),
  };
}
