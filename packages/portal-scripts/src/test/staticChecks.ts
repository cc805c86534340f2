import { BACKSTAGE_CLI, TYPESCRIPT } from '../repository';
import { runProgram } from './runProgram';
import { Tally } from './tally';

/** Checks that read the code without running it; each counts as one test. */
const CHECKS: { title: string; command: string; args: string[] }[] = [
  {
    title: 'formatting',
    command: 'node_modules/.bin/prettier',
    args: ['--check', '.', '--loglevel', 'warn'],
  },
  { title: 'types', command: 'node_modules/.bin/tsc', args: [] },
  { title: 'lint', command: BACKSTAGE_CLI, args: ['repo', 'lint'] },
  {
    title: 'package metadata',
    command: BACKSTAGE_CLI,
    args: ['repo', 'fix', '--publish', '--check'],
  },
  {
    title: 'config',
    command: BACKSTAGE_CLI,
    args: [
      'config:check',
      '--strict',
      '--lax',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.demo.yaml',
      '--config',
      'app-config.token.yaml',
    ],
  },
  {
    title: 'initial JavaScript of the app',
    command: process.execPath,
    args: [...TYPESCRIPT, 'packages/portal-scripts/src/test/bundleSize.ts'],
  },
];

/** Runs all static checks, one after the other, and says which failed. */
export async function runStaticChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const { title, command, args } of CHECKS) {
    console.log(`\n== ${title}`);
    const failed = (await runProgram(command, args)) !== 0;
    tally[failed ? 'failed' : 'passed'] += 1;
    if (failed) {
      console.log(`FAILED: ${title}`);
    }
  }
  return tally;
}
