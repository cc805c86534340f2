import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { z } from 'zod';
import { runProgram } from './runProgram';
import { Tally } from './tally';

const reportSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Debian's browser first, then the one that Playwright installed for this user. */
export function findChromium(): string | undefined {
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    chromium.executablePath(),
  ].find(path => path && existsSync(path));
}

/** Runs the tests that drive the real portal with a real browser. */
export async function runEndToEnd(browser: string): Promise<Tally> {
  console.log('\n== end-to-end tests');
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-e2e-'));
  const report = join(folder, 'report.json');
  try {
    await runProgram(
      'node_modules/.bin/playwright',
      ['test', '--reporter=list,json'],
      { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    const { stats, errors } = reportSchema.parse(
      JSON.parse(await readFile(report, 'utf8')),
    );
    // A test that only passes when tried again is a failure that hides.
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
    };
  } catch (error) {
    console.error('FAILED: playwright ended without a report:', error);
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
