import { failedInJest, jestReportSchema } from './jestReport';

/** As jest writes it, with what is not used left out. */
const REPORT = {
  numPassedTests: 1,
  numFailedTests: 1,
  numPendingTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: '/a.test.ts',
      status: 'failed',
      message: '  ● bad',
      assertionResults: [
        { fullName: 'good', status: 'passed', failureMessages: [] },
        {
          fullName: 'bad',
          status: 'failed',
          failureMessages: ['Error: expect(received).toBe(expected)'],
        },
        { fullName: 'left out', status: 'pending', failureMessages: [] },
        { fullName: 'later', status: 'todo', failureMessages: [] },
      ],
    },
    {
      name: '/b.test.ts',
      status: 'failed',
      message: 'Jest encountered an unexpected token',
      assertionResults: [],
    },
    {
      name: '/c.test.ts',
      status: 'passed',
      message: '',
      assertionResults: [{ fullName: 'good', status: 'passed' }],
    },
  ],
};

describe('what failed in a run of jest', () => {
  it('is each test that failed or was left out, and each file that could not be loaded', () => {
    expect(failedInJest(jestReportSchema.parse(REPORT))).toEqual([
      {
        place: '/a.test.ts',
        title: 'bad',
        reasons: ['Error: expect(received).toBe(expected)'],
      },
      { place: '/a.test.ts', title: 'left out', reasons: ['pending'] },
      {
        place: '/b.test.ts',
        title: 'the whole file',
        reasons: ['Jest encountered an unexpected token'],
      },
    ]);
  });
});
