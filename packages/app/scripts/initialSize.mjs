import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Size of an untouched Backstage 1.55 app, in bytes of gzip. The portal starts no slower than that. */
export const BUDGET_BYTES = 835 * 1000;

const SCRIPT = /<script[^>]*\ssrc="([^"]+\.js)"/g;

/**
 * JavaScript that a browser loads before anything is shown: the scripts that the built page names.
 *
 * @param {string} dist - folder of the built app
 * @returns {Promise<{ files: number, bytes: number, gzipBytes: number }>}
 * @throws when the app is not built
 */
export async function measureInitialSize(dist) {
  const page = await readFile(join(dist, 'index.html'), 'utf8').catch(cause => {
    throw new Error(
      `No built app in "${dist}". Build it first: yarn workspace app build`,
      { cause },
    );
  });
  const names = [...page.matchAll(SCRIPT)].map(match =>
    match[1].slice(match[1].indexOf('static/')),
  );
  if (names.length === 0) {
    throw new Error(`"${join(dist, 'index.html')}" names no script.`);
  }
  const contents = await Promise.all(
    names.map(name => readFile(join(dist, name))),
  );
  return {
    files: names.length,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipBytes: contents.reduce(
      (sum, content) => sum + gzipSync(content, { level: 9 }).length,
      0,
    ),
  };
}

async function main() {
  const here = dirname(fileURLToPath(import.meta.url));
  const size = await measureInitialSize(join(here, '..', 'dist'));
  const kb = bytes => `${Math.ceil(bytes / 1000)} KB`;
  const line = `Initial JavaScript: ${size.files} files, ${kb(
    size.bytes,
  )}, ${kb(size.gzipBytes)} gzip (budget ${kb(BUDGET_BYTES)})`;
  if (size.gzipBytes > BUDGET_BYTES) {
    throw new Error(`${line}. Load more of it lazily.`);
  }
  process.stdout.write(`${line}\n`);
}

if (
  process.argv[1] &&
  import.meta.url === pathToFileURL(process.argv[1]).href
) {
  main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
