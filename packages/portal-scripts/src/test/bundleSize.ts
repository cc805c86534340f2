import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { REPOSITORY } from '../repository';
import { buildAppIfStale } from '../start/appBuild';

/** What the untouched portal template of Backstage 1.55 loads before it shows anything. */
const BUDGET_BYTES = 835_000;

/** Sum of the compressed sizes of the scripts that the app's page names. */
function initialScriptBytes(dist: string): number {
  const page = readFileSync(resolve(dist, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]+src="([^"]+\.js)"/g)].map(
    match => match[1].replace(/^.*?static\//, 'static/'),
  );
  if (scripts.length === 0) {
    throw new Error(`no scripts found in ${dist}/index.html`);
  }
  return scripts
    .map(script => gzipSync(readFileSync(resolve(dist, script))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

async function check(): Promise<void> {
  await buildAppIfStale({
    signal: AbortSignal.timeout(300_000),
    say: console.log,
  });
  const bytes = initialScriptBytes(resolve(REPOSITORY, 'packages/app/dist'));
  const kilobytes = (value: number) => Math.round(value / 1_000);
  console.log(
    `initial JavaScript: ${kilobytes(bytes)} KB gzip, budget ${kilobytes(
      BUDGET_BYTES,
    )} KB`,
  );
  process.exitCode = bytes <= BUDGET_BYTES ? 0 : 1;
}

check().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
