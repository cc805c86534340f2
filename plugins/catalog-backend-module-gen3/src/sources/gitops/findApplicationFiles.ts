import { posix } from 'node:path';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { mayDeclareApplications } from './parseApplications';

/** Files that are read at once; their text is dropped again unless it declares Applications. */
const BATCH = 400;

/** A file that declares Applications, or templates for them. */
export interface ApplicationFile {
  path: string;
  text: string;
  digest: string;
  /** Folder of the chart whose template it is, with Go templates in it; `''` is the root. */
  templateOf?: string;
}

/** Finds the files that declare Argo CD Applications, wherever they lie. */
export async function findApplicationFiles(options: {
  snapshot: RepositorySnapshot;
  /** Folders to look in; empty: the whole repository. */
  paths: readonly string[];
  signal: AbortSignal;
}): Promise<ApplicationFile[]> {
  const { snapshot, paths, signal } = options;
  const all = await snapshot.listFiles();
  const charts = new Set(
    all
      .filter(path => posix.basename(path) === 'Chart.yaml')
      .map(path => folderOf(path)),
  );
  const folders = paths.map(path => path.replace(/^(\.?\/)+|\/+$/g, ''));
  const candidates = all.filter(
    path =>
      /\.(ya?ml|tpl)$/i.test(path) &&
      posix.basename(path) !== 'Chart.yaml' &&
      (folders.length === 0 ||
        folders.some(folder => folder === '' || path.startsWith(`${folder}/`))),
  );
  const found: ApplicationFile[] = [];
  for (let at = 0; at < candidates.length; at += BATCH) {
    signal.throwIfAborted();
    // One batch after the other: that is what bounds the memory.
    const batch = await snapshot.readFiles(candidates.slice(at, at + BATCH));
    for (const [path, reading] of batch) {
      if (reading.kind !== 'text' || !mayDeclareApplications(reading.text)) {
        continue;
      }
      const { text, digest } = reading;
      const chart = chartOf(path, charts);
      const templated = chart !== undefined && text.includes('{{');
      if (templated) found.push({ path, text, digest, templateOf: chart });
      else if (!path.endsWith('.tpl')) found.push({ path, text, digest });
    }
  }
  return found;
}

/** The chart that a file is a template of. */
function chartOf(path: string, charts: Set<string>): string | undefined {
  for (let at = path.indexOf('templates/'); at >= 0; ) {
    if (at === 0 || path[at - 1] === '/') {
      const folder = path.slice(0, Math.max(at - 1, 0));
      if (charts.has(folder)) return folder;
    }
    at = path.indexOf('templates/', at + 1);
  }
  return undefined;
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
