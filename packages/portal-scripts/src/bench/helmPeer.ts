import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of the rendered chart, in bytes. */
const MAX_OUTPUT = 64_000_000;

/**
 * Has helm alone render the chart that a portal has fetched.
 *
 * @returns milliseconds that it took.
 * @throws Error when there is no chart or helm fails.
 */
export async function renderByHelm(options: {
  /** Folder in which the portal keeps its one chart. */
  charts: string;
  /** YAML. */
  values: string;
  signal: AbortSignal;
}): Promise<number> {
  const { charts, values, signal } = options;
  const chart = await findChart(charts);
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-helm-'));
  try {
    const file = join(folder, 'values.yaml');
    await writeFile(file, values);
    const start = performance.now();
    await run('helm', ['template', 'gen3', chart, '--values', file], {
      maxBuffer: MAX_OUTPUT,
      signal,
    });
    return performance.now() - start;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findChart(charts: string): Promise<string> {
  const found = await readdir(charts, { recursive: true });
  const [file] = found
    .filter(path => /(^|\/)Chart\.yaml$/.test(path))
    .sort((a, b) => a.length - b.length);
  if (file === undefined) throw new Error(`There is no chart in ${charts}`);
  return join(charts, dirname(file));
}
