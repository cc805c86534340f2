import { posix } from 'node:path';
import { Parser, type ReadEntry } from 'tar';
import { ChartError } from './ChartError';
import { MAX_CHART_BYTES, MAX_CHART_FILES } from './ChartTree';

/**
 * Unpacks the archive of a chart in memory, so that nothing in it decides where anything is written. The folder that all archives of charts begin
 * with is left out of the paths.
 *
 * @throws ChartError for links and other things that are no files, paths that leave the chart, and archives that are too large, unpacked.
 */
export function untarChart(options: {
  archive: Buffer;
  /** As errors name it. */
  chart: string;
}): Promise<Map<string, Buffer>> {
  const { archive, chart } = options;
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    let bytes = 0;
    let failure: ChartError | undefined;
    const parser = new Parser({ strict: true, onReadEntry: take });
    const refuse = (reason: 'bad-archive' | 'too-large', detail: string) => {
      failure ??= ChartError.create({
        chart,
        reason,
        detail: `its archive ${detail}`,
        fix: 'do not use it, and tell who publishes it',
      });
      reject(failure);
      parser.abort(failure);
    };
    function take(entry: ReadEntry) {
      if (failure) {
        entry.resume();
        return;
      }
      const problem = complainAbout(entry);
      const path = pathInChart(entry.path);
      if (problem) refuse('bad-archive', problem);
      else if (files.size >= MAX_CHART_FILES) {
        refuse('too-large', `has more than ${MAX_CHART_FILES} files`);
      }
      if (failure || entry.type === 'Directory' || path === '') {
        entry.resume();
        return;
      }
      const chunks: Buffer[] = [];
      entry.on('data', chunk => {
        bytes += chunk.length;
        if (bytes > MAX_CHART_BYTES) {
          refuse('too-large', `has more than ${MAX_CHART_BYTES} bytes`);
        } else chunks.push(chunk);
      });
      entry.on('end', () => files.set(path, Buffer.concat(chunks)));
    }
    parser.on('error', () => refuse('bad-archive', 'cannot be unpacked'));
    parser.on('end', () => {
      if (!failure) resolve(files);
    });
    parser.end(archive);
  });
}

function complainAbout({ type, path }: ReadEntry): string | undefined {
  if (!['File', 'OldFile', 'ContiguousFile', 'Directory'].includes(type)) {
    return `has "${path.slice(0, 100)}", which is no file (${type})`;
  }
  const isInside =
    !/[\\\0]/.test(path) &&
    !posix.isAbsolute(path) &&
    !path.split('/').includes('..');
  return isInside
    ? undefined
    : `has a path that leaves it (${JSON.stringify(path.slice(0, 100))})`;
}

/** `gen3/templates/a.yaml` is `templates/a.yaml`. */
function pathInChart(path: string): string {
  const [, ...rest] = posix.normalize(path).split('/');
  return rest.join('/');
}
