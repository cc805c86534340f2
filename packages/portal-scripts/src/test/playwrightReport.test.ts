import { failedInPlaywright, playwrightReportSchema } from './playwrightReport';

const spec = (title: string, status: string, ...messages: string[]) => ({
  title,
  ok: status !== 'unexpected',
  file: 'a.test.ts',
  line: 7,
  tests: [
    { status, results: [{ errors: messages.map(message => ({ message })) }] },
  ],
});

/** As Playwright writes it, with what is not used left out. */
const REPORT = {
  suites: [
    {
      title: 'a.test.ts',
      specs: [
        spec('good', 'expected'),
        spec('bad', 'unexpected', 'Error: expect(received).toBe(expected)'),
        spec('left out', 'skipped'),
      ],
      suites: [
        {
          title: 'group',
          specs: [spec('shaky', 'flaky', 'Error: too late')],
        },
      ],
    },
  ],
  errors: [{ message: 'SyntaxError: Unexpected token' }, {}],
  stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
};

describe('what failed in a run of Playwright', () => {
  it('is all that counts as failed: also what never ran, what is flaky, and what is outside of tests', () => {
    const place = 'a.test.ts:7';

    expect(failedInPlaywright(playwrightReportSchema.parse(REPORT))).toEqual([
      {
        place: 'Playwright',
        title: 'outside of tests',
        reasons: ['SyntaxError: Unexpected token'],
      },
      { place: 'Playwright', title: 'outside of tests', reasons: [] },
      {
        place,
        title: 'bad',
        reasons: ['Error: expect(received).toBe(expected)'],
      },
      { place, title: 'left out', reasons: ['skipped'] },
      { place, title: 'shaky', reasons: ['flaky', 'Error: too late'] },
    ]);
  });
});
