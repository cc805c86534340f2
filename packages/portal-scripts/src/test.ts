import { CONFIG_CHECKS } from './test/configChecks';
import { runEndToEnd, findChromium } from './test/endToEnd';
import { runJest } from './test/jest';
import { findPostgresPrograms, startTemporaryPostgres } from './test/postgres';
import { runSteps, Step } from './test/runSteps';
import { STATIC_CHECKS } from './test/staticChecks';
import { addUp, closingLine, Tally } from './test/tally';

const IN_CI = process.env.CI === 'true';

/** What could not be tested on this machine; a person is told at the end, CI fails. */
const missing: string[] = [];

async function runJestOnAllDatabases(signal: AbortSignal): Promise<Tally> {
  const programs = findPostgresPrograms();
  if (!programs) {
    missing.push(
      'PostgreSQL is not installed: stores were only tested on SQLite (Debian: apt-get install postgresql)',
    );
    return runJest({ environment: {}, signal });
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

async function runEndToEndIfPossible(signal: AbortSignal): Promise<Tally> {
  const browser = findChromium();
  if (!browser) {
    missing.push(
      'there is no Chromium: nothing was tested end to end (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)',
    );
    return { passed: 0, failed: 0 };
  }
  return runEndToEnd({ browser, signal });
}

const UNIT_TESTS: Step = {
  title: 'unit and integration tests on SQLite',
  run: signal => runJest({ environment: {}, signal }),
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
  const tallies = await runSteps(what === 'unit' ? [UNIT_TESTS] : ALL, {
    signal: stopping.signal,
    say: console.log,
  });
  for (const message of missing) {
    console.log(`\n${IN_CI ? 'FAILED' : 'NOT TESTED'}: ${message}`);
  }
  const total = addUp([
    ...tallies,
    { passed: 0, failed: IN_CI ? missing.length : 0 },
  ]);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

test(process.argv[2]).catch(error => {
  console.error(error);
  console.log(closingLine({ passed: 0, failed: 1 }));
  process.exitCode = 1;
});
