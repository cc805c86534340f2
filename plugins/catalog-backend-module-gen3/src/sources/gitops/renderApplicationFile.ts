import { HelmError, HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { ApplicationFile } from './findApplicationFiles';
import { ApplicationComplaint } from './parseApplications';

/** Files of one small chart; more is not a chart that only renders an Application. */
const MAX_CHART_FILES = 500;

/** What became of a template. */
export type RenderedFile =
  | { ok: true; text: string; digest: string }
  | { ok: false; complaint: RenderComplaint };

/** Why a template could not be rendered. */
export interface RenderComplaint extends Omit<ApplicationComplaint, 'code'> {
  code: 'chart-not-rendered';
}

/** Renders one template of a chart in the repository, with the chart's own values and nothing else. */
export async function renderApplicationFile(options: {
  file: ApplicationFile & { templateOf: string };
  snapshot: RepositorySnapshot;
  helm: HelmRenderer;
  signal: AbortSignal;
}): Promise<RenderedFile> {
  const { file, snapshot, helm, signal } = options;
  const chart = file.templateOf;
  const prefix = chart === '' ? '' : `${chart}/`;
  const shown = file.path.slice(prefix.length);
  // A helper may hold the whole Application: then the templates that include it have to be rendered.
  const isHelper = posix.basename(shown).startsWith('_');
  const wanted = (await snapshot.listFiles()).filter(
    path =>
      path.startsWith(prefix) &&
      isNeeded(path.slice(prefix.length), { shown, isHelper }),
  );
  if (wanted.length > MAX_CHART_FILES) {
    return refuse({
      message: `The chart "${chart}" has ${wanted.length} files, more than the ${MAX_CHART_FILES} that are rendered`,
      fix: 'Move the Application to a chart of its own',
    });
  }
  const readings = await snapshot.readFiles(wanted);
  const files = new Map<string, string>();
  const digests: string[] = [];
  for (const [path, reading] of readings) {
    if (reading.kind === 'text') {
      files.set(path.slice(prefix.length), reading.text);
      digests.push(reading.digest);
    }
  }
  try {
    const text = await helm.renderChart({
      files,
      show: isHelper ? undefined : [shown],
      signal,
    });
    return { ok: true, text, digest: digests.join() };
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    // Templates may decide to render nothing, which helm reports as a template that is not there.
    if (/could not find template/.test(error.message)) {
      return { ok: true, text: '', digest: '' };
    }
    return refuse({
      message: `The chart "${chart}" cannot be rendered: ${error.message}`,
      fix: error.fix,
      line: error.line,
    });
  }
}

/** Templates that are not asked for are left out: a mistake in one of them says nothing about this one. */
function isNeeded(
  path: string,
  options: { shown: string; isHelper: boolean },
): boolean {
  if (!path.startsWith('templates/')) return true;
  if (path === options.shown || options.isHelper) return true;
  return posix.basename(path).startsWith('_');
}

function refuse(complaint: Omit<RenderComplaint, 'code'>): RenderedFile {
  return { ok: false, complaint: { code: 'chart-not-rendered', ...complaint } };
}
