import { posix } from 'node:path';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { requireFolders } from '../requireFolders';
import { trimFolder } from '../trimFolder';
import {
  findDefinedApplications,
  findIncludingTemplates,
} from './findIncludingTemplates';
import { folderOf } from './folderOf';
import {
  findGen3Dependency,
  mayDeclareApplications,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Files that are read at once; their text is dropped again unless it declares Applications. */
const BATCH = 400;

/** A file that declares Applications, or templates for them. */
export interface ApplicationFile {
  path: string;
  text: string;
  /** Folder of the chart whose template it is, with Go templates in it; `''` is the root. */
  templateOf?: string;
}

/** What a repository has to do with Applications. */
export interface ApplicationFiles {
  files: ApplicationFile[];
  /** Folders of charts that depend on the gen3 chart, with the key of its values. */
  umbrellas: Map<string, string>;
  /** Files too large to be looked into, with their size in bytes: they may declare Applications or not. */
  tooLarge: Map<string, number>;
}

/**
 * Finds the files that declare Argo CD Applications, wherever they lie.
 *
 * @throws Error when one of `paths` holds no file
 */
export async function findApplicationFiles(options: {
  snapshot: RepositorySnapshot;
  /** Folders to look in; empty: the whole repository. */
  paths: readonly string[];
  charts: readonly string[];
  signal: AbortSignal;
}): Promise<ApplicationFiles> {
  const { snapshot, paths, signal } = options;
  const all = await snapshot.listFiles();
  requireFolders(all, paths);
  const charts = new Set(
    all
      .filter(path => posix.basename(path) === 'Chart.yaml')
      .map(path => folderOf(path)),
  );
  const folders = paths.map(trimFolder);
  const candidates = all.filter(
    path =>
      /\.(ya?ml|tpl)$/i.test(path) &&
      // What a chart depends on counts wherever it lies.
      (folders.length === 0 ||
        posix.basename(path) === 'Chart.yaml' ||
        folders.some(folder => folder === '' || path.startsWith(`${folder}/`))),
  );
  const found = new Map<string, ApplicationFile>();
  const helpers: { chart: string; names: string[] }[] = [];
  const umbrellas = new Map<string, string>();
  const tooLarge = new Map<string, number>();
  await snapshot.prefetch(candidates);
  for (let at = 0; at < candidates.length; at += BATCH) {
    signal.throwIfAborted();
    // One batch after the other: that is what bounds the memory.
    const batch = await snapshot.readFiles(candidates.slice(at, at + BATCH));
    for (const [path, reading] of batch) {
      if (reading.kind === 'too-large') tooLarge.set(path, reading.size);
      if (reading.kind !== 'text') continue;
      const { text } = reading;
      if (posix.basename(path) === 'Chart.yaml') {
        const key = findGen3Dependency(text, options.charts);
        if (key) umbrellas.set(folderOf(path), key);
      }
      if (!mayDeclareApplications(text)) continue;
      const chart = chartOf(path, charts);
      if (chart !== undefined && posix.basename(path).startsWith('_')) {
        helpers.push({ chart, names: findDefinedApplications(text) });
      } else if (!path.endsWith('.tpl')) {
        const templateOf = text.includes('{{') ? chart : undefined;
        found.set(path, { path, text, templateOf });
      }
    }
  }
  for (const { chart, names } of helpers) {
    if (names.length === 0) continue;
    // One chart after the other: hardly any repository has one.
    const including = await findIncludingTemplates({ snapshot, chart, names });
    for (const file of including) {
      found.set(file.path, { ...file, templateOf: chart });
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, umbrellas, tooLarge };
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
