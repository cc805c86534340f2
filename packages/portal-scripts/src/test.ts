import { conclude, StepResult } from './test/conclude';
import { CONFIG_CHECKS } from './test/configChecks';
import { runEndToEnd, findChromium } from './test/endToEnd';
import { runJest } from './test/jest';
import { findPostgresPrograms, startTemporaryPostgres } from './test/postgres';
import { runSteps, Step } from './test/runSteps';
import { STATIC_CHECKS } from './test/staticChecks';
import { closingLine } from './test/tally';

async function runJestOnAllDatabases(signal: AbortSignal): Promise<StepResult> {
  const programs = findPostgresPrograms();
  if (!programs) {
    return {
      ...(await runJest({ environment: {}, signal })),
      notTested:
        'PostgreSQL is not installed: stores were only tested on SQLite (Debian: apt-get install postgresql)',
    };
  }
  const postgres = await startTemporaryPostgres(programs);
  try {
    return await runJest({
      environment: {
        BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
          postgres.connectionString,
      },
      signal,
    });
  } finally {
    await postgres.stop();
  }
}

async function runEndToEndIfPossible(signal: AbortSignal): Promise<StepResult> {
  const browser = findChromium();
  if (!browser) {
    return {
      passed: 0,
      failed: 0,
      notTested:
        'there is no Chromium: nothing was tested end to end (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)',
    };
  }
  return runEndToEnd({ browser, signal });
}

const UNIT_TESTS: Step = {
  title: 'unit tests on SQLite',
  // Those of integration run programs (git, helm, Node, ESLint) or start something whole: servers, a backend, an app.
  run: signal =>
    runJest({
      environment: {},
      paths: '(?<!\\.integration)\\.test\\.tsx?$',
      signal,
    }),
};

const ALL: Step[] = [
  ...STATIC_CHECKS,
  ...CONFIG_CHECKS,
  { title: 'unit and integration tests', run: runJestOnAllDatabases },
  { title: 'end-to-end tests', run: runEndToEndIfPossible },
];

async function test(what: string): Promise<void> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }
  const results = await runSteps(what === 'unit' ? [UNIT_TESTS] : ALL, {
    signal: stopping.signal,
    say: console.log,
  });
  const { lines, exitCode } = conclude(results, {
    inCi: process.env.CI === 'true',
  });
  lines.forEach(line => console.log(`\n${line}`));
  process.exitCode = exitCode;
}

test(process.argv[2]).catch(error => {
  console.error(error);
  console.log(closingLine({ passed: 0, failed: 1 }));
  process.exitCode = 1;
});
