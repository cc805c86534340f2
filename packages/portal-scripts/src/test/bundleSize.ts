import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { REPOSITORY } from '../repository';
import { buildAppIfStale } from '../start/appBuild';

/** What the untouched portal template of Backstage 1.55 loads before it shows anything, in bytes of gzip. */
const BUDGET_BYTES = 835_000;

const BUILD_TIMEOUT_MS = 300_000;

const SCRIPT = /<script[^>]*\ssrc="([^"]+\.js)"/g;

/**
 * Measures the JavaScript that a browser loads before anything is shown: the scripts that the built page names.
 *
 * @throws Error when the page names none.
 */
async function measureInitialSize(dist: string) {
  const page = await readFile(resolve(dist, 'index.html'), 'utf8');
  // The page names scripts by the public path of the app, which may have folders of its own.
  const names = [...page.matchAll(SCRIPT)].map(([, source]) =>
    source.slice(source.indexOf('static/')),
  );
  if (names.length === 0) {
    throw new Error(`"${resolve(dist, 'index.html')}" names no script`);
  }
  const contents = await Promise.all(
    names.map(name => readFile(resolve(dist, name))),
  );
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size);
  return {
    files: names.length,
    bytes: sum(contents.map(content => content.length)),
    gzipBytes: sum(contents.map(content => gzipSync(content).length)),
  };
}

const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} KB`;

async function check(): Promise<void> {
  await buildAppIfStale({
    signal: AbortSignal.timeout(BUILD_TIMEOUT_MS),
    say: console.log,
  });
  const { files, bytes, gzipBytes } = await measureInitialSize(
    resolve(REPOSITORY, 'packages/app/dist'),
  );
  console.log(
    `initial JavaScript: ${files} files, ${inKilobytes(bytes)}, ${inKilobytes(
      gzipBytes,
    )} gzip (budget ${inKilobytes(BUDGET_BYTES)})`,
  );
  if (gzipBytes > BUDGET_BYTES) {
    throw new Error('the app is over its budget: load more of it lazily');
  }
}

check().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
