import { runEndToEnd, findChromium } from './test/endToEnd';
import { runJest } from './test/jest';
import { findPostgresPrograms, startTemporaryPostgres } from './test/postgres';
import { runStaticChecks } from './test/staticChecks';
import { addUp, closingLine, Tally } from './test/tally';

const IN_CI = process.env.CI === 'true';

/** What could not be tested on this machine; a person is told at the end, CI fails. */
const missing: string[] = [];

async function runJestOnAllDatabases(): Promise<Tally> {
  const programs = findPostgresPrograms();
  if (!programs) {
    missing.push(
      'PostgreSQL is not installed: stores were only tested on SQLite (Debian: apt-get install postgresql)',
    );
    return runJest({});
  }
  const postgres = await startTemporaryPostgres(programs);
  try {
    return await runJest({
      BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
        postgres.connectionString,
    });
  } finally {
    await postgres.stop();
  }
}

async function runEndToEndIfPossible(): Promise<Tally> {
  const browser = findChromium();
  if (!browser) {
    missing.push(
      'there is no Chromium: nothing was tested end to end (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)',
    );
    return { passed: 0, failed: 0 };
  }
  return runEndToEnd(browser);
}

async function test(what: string): Promise<void> {
  const tallies =
    what === 'unit'
      ? [await runJest({})]
      : [
          await runStaticChecks(),
          await runJestOnAllDatabases(),
          await runEndToEndIfPossible(),
        ];
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
