import { posix } from 'node:path';
import { MAX_CHART_BYTES, MAX_CHART_FILES } from './ChartTree';
import { ChartError } from './ChartError';
import { parseChartFile } from './chartFile';
import { untarChart } from './untarChart';

/** Archives in archives in archives: more is a mistake. */
const MAX_ROUNDS = 3;

const ARCHIVE = /(^|\/)charts\/[^/]+\.tgz$/;

/**
 * Unpacks archives of sub-charts into folders beside them, which helm renders alike, so that everybody else need not know of archives.
 *
 * @throws ChartError when one of them cannot be unpacked, or all are too large together.
 */
export async function expandArchives(options: {
  files: ReadonlyMap<string, Buffer>;
  /** As errors name it. */
  chart: string;
}): Promise<Map<string, Buffer>> {
  const { chart } = options;
  const files = new Map(options.files);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const archives = [...files].filter(([path]) => ARCHIVE.test(path));
    for (const [path, archive] of archives) {
      // One after the other, so that only one is in memory twice.
      // eslint-disable-next-line no-await-in-loop
      const inside = await untarChart({ archive, chart });
      const text = inside.get('Chart.yaml')?.toString('utf8') ?? '';
      const name = parseChartFile(text)?.name;
      if (name !== undefined) {
        files.delete(path);
        for (const [below, content] of inside) {
          files.set(posix.join(posix.dirname(path), name, below), content);
        }
      }
    }
    requireBounds(files, chart);
  }
  return files;
}

function requireBounds(files: Map<string, Buffer>, chart: string) {
  const bytes = [...files.values()].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  if (files.size <= MAX_CHART_FILES && bytes <= MAX_CHART_BYTES) return;
  throw ChartError.create({
    chart,
    reason: 'too-large',
    detail: `with its sub-charts it has ${files.size} files of ${bytes} bytes`,
    fix: `keep it within ${MAX_CHART_FILES} files and ${MAX_CHART_BYTES} bytes`,
  });
}
