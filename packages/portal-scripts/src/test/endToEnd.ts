import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { StepResult } from './conclude';
import { describeFailure } from './failedTest';
import {
  failedInPlaywright,
  playwrightReportSchema,
  tallyPlaywright,
} from './playwrightReport';
import { readReport } from './readReport';
import { runProgram } from './runProgram';

/** Debian's browser first, then the one that Playwright installed for this user. */
export function findChromium(): string | undefined {
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    chromium.executablePath(),
  ].find(path => path && existsSync(path));
}

/** Runs the tests that drive the real portal with a real browser. */
export async function runEndToEnd(options: {
  browser: string;
  signal: AbortSignal;
}): Promise<StepResult> {
  const { browser, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-e2e-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram({
      command: 'node_modules/.bin/playwright',
      args: ['test', '--reporter=list,json'],
      environment: {
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      signal,
    });
    const read = await readReport('playwright', report, playwrightReportSchema);
    return {
      ...tallyPlaywright(read, code),
      failures: failedInPlaywright(read).map(describeFailure),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
