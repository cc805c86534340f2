import { z } from 'zod';
import { FailedTest } from './failedTest';
import { judgeRun, Tally } from './tally';

const errorSchema = z.object({ message: z.string().optional() });

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  /** One for each browser. */
  tests: z.array(
    z.object({
      /** `expected`: it passed. Others: `unexpected`, `flaky`, `skipped`. */
      status: z.string(),
      results: z.array(z.object({ errors: z.array(errorSchema) })),
    }),
  ),
});

/** A file, or a `describe` in it. */
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

type Spec = z.infer<typeof specSchema>;
type Suite = z.infer<typeof suiteSchema>;

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

/** What counts as failed, and why: tests that failed, that passed only when tried again or never ran, and errors outside of tests. */
export function failedInPlaywright({
  errors,
  suites,
}: Pick<
  z.infer<typeof playwrightReportSchema>,
  'errors' | 'suites'
>): FailedTest[] {
  return [
    ...errors.map(({ message }) => ({
      place: 'Playwright',
      title: 'outside of tests',
      reasons: message === undefined ? [] : [message],
    })),
    ...suites.flatMap(specsOf).flatMap(toFailedTests),
  ];
}

function specsOf(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function toFailedTests({ title, file, line, tests }: Spec): FailedTest[] {
  return tests
    .filter(({ status }) => status !== 'expected')
    .map(({ status, results }) => ({
      place: `${file}:${line}`,
      title,
      reasons: [
        ...(status === 'unexpected' ? [] : [status]),
        ...results.flatMap(({ errors }) =>
          errors.flatMap(({ message }) => message ?? []),
        ),
      ],
    }));
}
