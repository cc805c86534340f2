import { tallyJest } from './jestReport';
import { tallyPlaywright } from './playwrightReport';
import { addUp, closingLine } from './tally';

describe('the closing line', () => {
  it('adds up what passed and what failed', () => {
    const total = addUp([
      { passed: 3, failed: 0 },
      { passed: 4, failed: 2 },
    ]);

    expect(closingLine(total)).toBe('7 passed, 2 failed');
  });
});

// Both programs were believed whatever their exit code was, and a run without a single test was green.
describe('a run of jest counts', () => {
  it.each([
    ['what passed', {}, 0, '3 passed, 0 failed'],
    ['what failed', { numFailedTests: 2 }, 1, '3 passed, 2 failed'],
    [
      'suites that do not load as failed',
      { numRuntimeErrorTestSuites: 1 },
      1,
      '3 passed, 1 failed',
    ],
    [
      'skipped tests as failed',
      { numPendingTests: 1 },
      0,
      '3 passed, 1 failed',
    ],
    ['a bad end without a failed test as failed', {}, 1, '3 passed, 1 failed'],
    ['no test as failed', { numPassedTests: 0 }, 0, '0 passed, 1 failed'],
  ])('%s', (_, counts, exitCode, line) => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 0,
      numRuntimeErrorTestSuites: 0,
      ...counts,
    };

    expect(closingLine(tallyJest(report, exitCode))).toBe(line);
  });
});

describe('a run of Playwright counts', () => {
  it.each([
    ['what passed', {}, [], 0, '3 passed, 0 failed'],
    ['what failed', { unexpected: 2 }, [], 1, '3 passed, 2 failed'],
    [
      'tests that never ran as failed',
      { skipped: 4 },
      [],
      1,
      '3 passed, 4 failed',
    ],
    ['flaky tests as failed', { flaky: 1 }, [], 0, '3 passed, 1 failed'],
    ['errors outside of tests as failed', {}, [{}], 1, '3 passed, 1 failed'],
    [
      'a bad end without a failed test as failed',
      {},
      [],
      130,
      '3 passed, 1 failed',
    ],
    ['no test as failed', { expected: 0 }, [], 0, '0 passed, 1 failed'],
  ])('%s', (_, counts, errors, exitCode, line) => {
    const stats = {
      expected: 3,
      unexpected: 0,
      flaky: 0,
      skipped: 0,
      ...counts,
    };

    expect(closingLine(tallyPlaywright({ stats, errors }, exitCode))).toBe(
      line,
    );
  });
});
