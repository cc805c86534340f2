import { BACKSTAGE_CLI, TYPESCRIPT } from '../repository';
import { runProgram } from './runProgram';
import { Step } from './runSteps';
import { tallyOf } from './tally';

/** ESLint of this checkout. */
export const ESLINT = 'node_modules/.bin/eslint';

/** Arguments that make ESLint look for promises that nobody waits for; its comments are about rules that are not loaded here. */
export const PROMISES_LINT = [
  '--no-eslintrc',
  '--no-inline-config',
  '--config=eslint/promises.js',
  '--ext=ts,tsx',
];

const CHECKS: { title: string; command: string; args: string[] }[] = [
  {
    title: 'formatting',
    command: 'node_modules/.bin/prettier',
    args: ['--check', '.', '--loglevel', 'warn'],
  },
  { title: 'types', command: 'node_modules/.bin/tsc', args: [] },
  { title: 'lint', command: BACKSTAGE_CLI, args: ['repo', 'lint'] },
  {
    title: 'promises that nobody waits for',
    command: ESLINT,
    args: [...PROMISES_LINT, 'packages', 'plugins', 'playwright.config.ts'],
  },
  {
    title: 'package metadata',
    command: BACKSTAGE_CLI,
    args: ['repo', 'fix', '--publish', '--check'],
  },
  {
    title: 'initial JavaScript of the app',
    command: process.execPath,
    args: [...TYPESCRIPT, 'packages/portal-scripts/src/test/bundleSize.ts'],
  },
];

/** Checks that read the code without running it; each counts as one test. */
export const STATIC_CHECKS: Step[] = CHECKS.map(({ title, command, args }) => ({
  title,
  run: async signal =>
    tallyOf((await runProgram({ command, args, signal })) === 0),
}));
