import { conclude } from './conclude';

const complete = { passed: 3, failed: 0 };
const withoutPostgres = {
  passed: 2,
  failed: 0,
  notTested: 'PostgreSQL is not installed',
};
const withoutBrowser = {
  passed: 0,
  failed: 0,
  notTested: 'there is no Chromium',
};

describe('the end of a test run', () => {
  it('is green when everything was tested and passed', () => {
    expect(conclude([complete], { inCi: true })).toEqual({
      lines: ['3 passed, 0 failed'],
      exitCode: 0,
    });
  });

  it('tells a person what could not be tested, and stays green', () => {
    const results = [complete, withoutPostgres, withoutBrowser];

    expect(conclude(results, { inCi: false })).toEqual({
      lines: [
        'NOT TESTED: PostgreSQL is not installed',
        'NOT TESTED: there is no Chromium',
        '5 passed, 0 failed',
      ],
      exitCode: 0,
    });
  });

  it('fails in CI for each thing that could not be tested', () => {
    const results = [complete, withoutPostgres, withoutBrowser];

    expect(conclude(results, { inCi: true })).toEqual({
      lines: [
        'FAILED: PostgreSQL is not installed',
        'FAILED: there is no Chromium',
        '5 passed, 2 failed',
      ],
      exitCode: 1,
    });
  });

  // Of a long log, only the end may be kept, and a browser test that failed was named there without its reason.
  it('says again what failed, and why', () => {
    const failures = ['wizard.test.ts:220: a launch\n  too late'];

    expect(
      conclude([{ passed: 3, failed: 1, failures }], { inCi: true }).lines,
    ).toEqual([
      'FAILED: wizard.test.ts:220: a launch\n  too late',
      '3 passed, 1 failed',
    ]);
  });

  it('says how much more failed than it says again', () => {
    const failures = Array.from({ length: 23 }, (_, index) => `test ${index}`);
    const { lines } = conclude([{ passed: 3, failed: 23, failures }], {
      inCi: true,
    });

    expect(lines.slice(-3)).toEqual([
      'FAILED: test 19',
      'FAILED: 3 more, see above',
      '3 passed, 23 failed',
    ]);
  });

  it.each([
    ['something failed', [{ passed: 3, failed: 1 }]],
    ['nothing ran', []],
    ['nothing could be tested', [withoutBrowser]],
  ])('is red on any machine when %s', (_, results) => {
    expect(conclude(results, { inCi: false }).exitCode).toBe(1);
  });
});
