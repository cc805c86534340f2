import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BACKSTAGE_CLI } from '../repository';
import { StepResult } from './conclude';
import { describeFailure } from './failedTest';
import { failedInJest, jestReportSchema, tallyJest } from './jestReport';
import { readReport } from './readReport';
import { runProgram } from './runProgram';

/** Runs the jest tests of the workspace. */
export async function runJest(options: {
  environment: Record<string, string | undefined>;
  /** Regular expression of the paths of tests. @defaultValue all */
  paths?: string;
  signal: AbortSignal;
}): Promise<StepResult> {
  const { environment, paths, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-jest-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram({
      command: BACKSTAGE_CLI,
      args: [
        'repo',
        'test',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${report}`,
        // What is to be ignored would be part of the key under which jest keeps what it compiled.
        ...(paths ? [`--testPathPatterns=${paths}`] : []),
      ],
      environment: {
        // Without CI, the command watches changed files only.
        CI: 'true',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        ...environment,
      },
      signal,
    });
    const read = await readReport('jest', report, jestReportSchema);
    return {
      ...tallyJest(read, code),
      failures: failedInJest(read).map(describeFailure),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
