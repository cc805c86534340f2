import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { ChartError } from './ChartError';
import {
  type ChartDependency,
  type ChartFile,
  parseChartFile,
} from './chartFile';
import type { MissingDependency } from './ChartSource';
import { type ChartTree, MAX_CHART_BYTES, MAX_CHART_FILES } from './ChartTree';

/** Fetches the files of a chart of another repository, or says why it cannot, as a clause. */
export type FetchDependency = (
  dependency: ChartDependency,
) => Promise<Map<string, Buffer> | { why: string }>;

/** Files of a chart by their path in it, with those that it depends on in `charts/`. */
export interface AssembledChart {
  files: Map<string, Buffer>;
  missing: MissingDependency[];
}

/**
 * Puts a chart of a tree together as `helm dependency build` does: siblings named by `file://../<name>` come into `charts/`, also those that they
 * name in turn, each once, and charts of other repositories, which only the chart itself may name. What cannot be had is left out of the copy's
 * `Chart.yaml`, because helm would render nothing.
 *
 * @param options - `path`: folder of the chart in the tree; empty for the root.
 * @throws ChartError when there is no chart at that path, or it is too large.
 */
export async function assembleChart(options: {
  tree: ChartTree;
  path: string;
  /** As errors name it. */
  chart: string;
  fetchDependency: FetchDependency;
}): Promise<AssembledChart> {
  const { tree, chart, fetchDependency } = options;
  const root = toFolder(options.path);
  const paths = await tree.list();
  const readChart = async (folder: string) => {
    const path = posix.join(folder, 'Chart.yaml');
    if (!paths.includes(path)) return undefined;
    const text = (await tree.read([path])).get(path)?.toString('utf8') ?? '';
    return parseChartFile(text);
  };
  const top = await readChart(root);
  if (!top) {
    throw ChartError.create({
      chart,
      reason: 'not-found',
      detail: `there is no chart in the folder "${root}"`,
      fix: 'check path and revision in gen3.changes.chart',
    });
  }
  const siblings = await findSiblings({ top, root, readChart });
  const folders = new Map([['', root], ...siblings.found]);
  const files = await readFolders({ tree, paths, folders, chart });
  const elsewhere = top.dependencies.filter(each => !isVendored(each, files));
  const answers = await Promise.all(
    elsewhere.map(async dependency => ({
      dependency,
      answer: isOfTree(dependency)
        ? { why: `there is no chart at ${dependency.repository}` }
        : await fetchDependency(dependency),
    })),
  );
  const missing = answers.flatMap(({ dependency, answer }) => {
    if (!(answer instanceof Map)) return [toMissing(dependency, answer.why)];
    for (const [path, content] of answer) {
      files.set(posix.join('charts', dependency.name, path), content);
    }
    return [];
  });
  leaveOut(files, missing);
  return { files, missing };
}

/** Charts of the same tree that are asked for, by where they go, the nearest to the chart first. */
async function findSiblings(options: {
  top: ChartFile;
  root: string;
  readChart: (folder: string) => Promise<ChartFile | undefined>;
}) {
  const { top, root, readChart } = options;
  const found = new Map<string, string>();
  const placed = new Set([root]);
  const waiting = [{ file: top, folder: root, into: '' }];
  for (const { file, folder, into } of waiting) {
    for (const dependency of file.dependencies.filter(isOfTree)) {
      const target = posix.join(folder, dependency.repository.slice(7));
      const isOutside = target === '..' || target.startsWith('../');
      if (!isOutside && !placed.has(target)) {
        // One after the other: where a chart goes depends on those before it.
        // eslint-disable-next-line no-await-in-loop
        const sibling = await readChart(target);
        if (sibling) {
          placed.add(target);
          const place = posix.join(into, 'charts', posix.basename(target));
          found.set(place, target);
          waiting.push({ file: sibling, folder: target, into: place });
        }
      }
    }
  }
  return { found };
}

async function readFolders(options: {
  tree: ChartTree;
  paths: readonly string[];
  folders: ReadonlyMap<string, string>;
  chart: string;
}): Promise<Map<string, Buffer>> {
  const { tree, paths, folders, chart } = options;
  const wanted = [...folders].flatMap(([place, folder]) => {
    const prefix = folder === '' ? '' : `${folder}/`;
    return paths
      .filter(path => path.startsWith(prefix))
      .map(path => ({
        path,
        to: posix.join(place, path.slice(prefix.length)),
      }));
  });
  const contents =
    wanted.length > MAX_CHART_FILES
      ? new Map<string, Buffer>()
      : await tree.read(wanted.map(({ path }) => path));
  const bytes = [...contents.values()].reduce((sum, c) => sum + c.length, 0);
  if (wanted.length > MAX_CHART_FILES || bytes > MAX_CHART_BYTES) {
    throw ChartError.create({
      chart,
      reason: 'too-large',
      detail: `it has ${wanted.length} files of ${bytes} bytes`,
      fix: `keep it within ${MAX_CHART_FILES} files and ${MAX_CHART_BYTES} bytes`,
    });
  }
  return new Map(
    wanted.flatMap(({ path, to }) => {
      const content = contents.get(path);
      return content ? [[to, content] as const] : [];
    }),
  );
}

function toMissing(
  { name, version, repository, condition }: ChartDependency,
  why: string,
): MissingDependency {
  const when = condition === undefined ? {} : { condition };
  return { name, version, repository, ...when, why };
}

function isOfTree({ repository }: ChartDependency): boolean {
  return repository.startsWith('file://');
}

/** It is in `charts/` already, as a folder or as an archive. */
function isVendored({ name }: ChartDependency, files: Map<string, Buffer>) {
  return [...files].some(([path, content]) => {
    const [charts, folder = '', ...rest] = path.split('/');
    if (charts !== 'charts') return false;
    if (rest.length === 0) {
      return folder.startsWith(`${name}-`) && folder.endsWith('.tgz');
    }
    return (
      rest.join('/') === 'Chart.yaml' &&
      parseChartFile(content.toString('utf8'))?.name === name
    );
  });
}

function leaveOut(files: Map<string, Buffer>, missing: MissingDependency[]) {
  const text = files.get('Chart.yaml')?.toString('utf8');
  if (missing.length === 0 || text === undefined) return;
  const names = new Set(missing.map(({ name }) => name));
  const document = parseDocument(text);
  const kept = parseChartFile(text)?.dependencies ?? [];
  document.set(
    'dependencies',
    kept.filter(({ name }) => !names.has(name)),
  );
  files.set('Chart.yaml', Buffer.from(document.toString()));
}

function toFolder(path: string): string {
  const folder = posix.normalize(path).replace(/^\/+|\/+$/g, '');
  return folder === '.' ? '' : folder;
}
