import { join } from 'node:path';
import { REPOSITORY } from '../repository';
import { sayFailure } from './failedTest';
import { failedInJest } from './jestReport';
import { failedInPlaywright } from './playwrightReport';

describe('a test that failed', () => {
  it('is said again with its place and its reason, without colours and empty lines', () => {
    const said = sayFailure({
      place: join(REPOSITORY, 'plugins/gen3/src/plugin.test.tsx'),
      title: 'the page shows the fleet',
      reasons: ['\u001b[31mexpected 2\u001b[39m\n\n   found 3'],
    });

    expect(said).toBe(
      'FAILED: plugins/gen3/src/plugin.test.tsx: the page shows the fleet\n  expected 2\n  found 3',
    );
  });

  it('is said without a reason where the test program gives none', () => {
    const said = sayFailure({ place: 'a.test.ts:3', title: 'it', reasons: [] });

    expect(said).toBe('FAILED: a.test.ts:3: it');
  });

  it('is said in few lines, however long its reason is', () => {
    const reasons = ['tree '.repeat(10_000)];

    expect(
      sayFailure({ place: 'a.test.ts', title: 'it', reasons }).length,
    ).toBeLessThan(600);
  });
});

describe('what failed in a run of jest', () => {
  const suite = { name: '/a.test.ts', status: 'failed', message: 'whole' };
  const passed = { fullName: 'one', status: 'passed', failureMessages: [] };

  it('is each test that failed', () => {
    const failed = {
      fullName: 'two',
      status: 'failed',
      failureMessages: ['no'],
    };

    expect(
      failedInJest({
        testResults: [{ ...suite, assertionResults: [passed, failed] }],
      }),
    ).toEqual([{ place: '/a.test.ts', title: 'two', reasons: ['no'] }]);
  });

  it('is the file where it could not be loaded', () => {
    expect(
      failedInJest({ testResults: [{ ...suite, assertionResults: [] }] }),
    ).toEqual([
      { place: '/a.test.ts', title: 'the whole file', reasons: ['whole'] },
    ]);
  });

  it('is nothing where all passed', () => {
    expect(
      failedInJest({
        testResults: [
          { ...suite, status: 'passed', assertionResults: [passed] },
        ],
      }),
    ).toEqual([]);
  });
});

describe('what failed in a run of Playwright', () => {
  it('is each test that failed, also within groups', () => {
    const spec = (title: string, ok: boolean) => ({
      title,
      ok,
      file: 'app.test.ts',
      line: 7,
      tests: [{ results: [{ errors: ok ? [] : [{ message: 'not there' }] }] }],
    });

    expect(
      failedInPlaywright({
        suites: [
          {
            specs: [spec('one', true), spec('two', false)],
            suites: [{ specs: [spec('three', false)] }],
          },
        ],
      }),
    ).toEqual([
      { place: 'app.test.ts:7', title: 'two', reasons: ['not there'] },
      { place: 'app.test.ts:7', title: 'three', reasons: ['not there'] },
    ]);
  });
});
