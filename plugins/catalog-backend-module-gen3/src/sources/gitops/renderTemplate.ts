import {
  ApplicationComplaint,
  HelmError,
  HelmErrorReason,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { ApplicationFile } from './findApplicationFiles';

/** Files of one small chart; more is not a chart that only renders an Application. */
const MAX_CHART_FILES = 500;

/** Reasons that lie in the machine and not in the chart. */
const PASSING: readonly HelmErrorReason[] = [
  'program-missing',
  'timeout',
  'out-of-memory',
];

/** What became of a template. */
export type RenderedFile =
  | { ok: true; text: string }
  | {
      ok: false;
      complaint: RenderComplaint;
      reason?: HelmErrorReason;
      /** It may go well next time, although no file changes. */
      passing: boolean;
    };

/** Why a template could not be rendered. */
export interface RenderComplaint extends Omit<ApplicationComplaint, 'code'> {
  code: 'chart-not-rendered';
}

/** A template, with what helm needs of its chart. */
export interface ChartFiles {
  /** Folder of the chart. */
  chart: string;
  /** The template, by its path in the chart. */
  shown: string;
  /** Text by path in the chart; empty when it has too many files. */
  files: ReadonlyMap<string, string>;
  /** Number of files that it has. */
  count: number;
}

/** Reads the chart of a template. */
export async function readChartFiles(
  file: ApplicationFile & { templateOf: string },
  snapshot: RepositorySnapshot,
): Promise<ChartFiles> {
  const chart = file.templateOf;
  const prefix = chart === '' ? '' : `${chart}/`;
  const shown = file.path.slice(prefix.length);
  const wanted = (await snapshot.listFiles()).filter(
    path =>
      path.startsWith(prefix) && isNeeded(path.slice(prefix.length), shown),
  );
  const count = wanted.length;
  const files = new Map<string, string>();
  if (count <= MAX_CHART_FILES) {
    for (const [path, reading] of await snapshot.readFiles(wanted)) {
      if (reading.kind === 'text') {
        files.set(path.slice(prefix.length), reading.text);
      }
    }
  }
  return { chart, shown, files, count };
}

/** Renders one template of a chart, with the chart's own values and nothing else. */
export async function renderTemplate(
  options: ChartFiles & { helm: HelmRenderer; signal: AbortSignal },
): Promise<RenderedFile> {
  const { chart, shown, files, count, helm, signal } = options;
  if (count > MAX_CHART_FILES) {
    return refuse({
      message: `The chart "${chart}" has ${count} files, more than the ${MAX_CHART_FILES} that are rendered`,
      fix: 'Move the Application to a chart of its own',
    });
  }
  try {
    const text = await helm.renderChart({ files, show: [shown], signal });
    return { ok: true, text };
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    // A template may decide that there is no Application.
    if (error.reason === 'nothing-rendered') {
      return { ok: true, text: '' };
    }
    return refuse({
      message: `The chart "${chart}" cannot be rendered: ${error.message}`,
      fix: error.fix,
      line: error.line,
      reason: error.reason,
      passing: PASSING.includes(error.reason),
    });
  }
}

/** Templates that are not asked for are left out: a mistake in one of them says nothing about this one. */
function isNeeded(path: string, shown: string): boolean {
  return (
    !path.startsWith('templates/') ||
    path === shown ||
    posix.basename(path).startsWith('_')
  );
}

/** Why a template is not rendered. */
export function refuse(
  options: Omit<RenderComplaint, 'code'> & {
    reason?: HelmErrorReason;
    passing?: boolean;
  },
): RenderedFile {
  const { passing = false, reason, ...complaint } = options;
  return {
    ok: false,
    complaint: { code: 'chart-not-rendered', ...complaint },
    reason,
    passing,
  };
}
