import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { BACKSTAGE_CLI } from '../repository';
import { runProgram } from './runProgram';
import { Tally } from './tally';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  /** Suites that could not even be loaded have no tests to count. */
  numRuntimeErrorTestSuites: z.number(),
});

/** Runs every jest test of the workspace. */
export async function runJest(
  environment: Record<string, string | undefined>,
): Promise<Tally> {
  console.log('\n== unit and integration tests');
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-jest-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram(
      BACKSTAGE_CLI,
      ['repo', 'test', '--maxWorkers=2', '--json', `--outputFile=${report}`],
      // Without CI, the command watches changed files only.
      { CI: 'true', BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...environment },
    );
    const counts = reportSchema.parse(
      JSON.parse(await readFile(report, 'utf8')),
    );
    const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    return {
      passed: counts.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
    };
  } catch (error) {
    console.error('FAILED: jest ended without a report:', error);
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
