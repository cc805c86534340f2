import { ConflictError } from '@backstage/errors';
import {
  type Application,
  type ApplicationSource,
  HelmError,
  parseApplications,
  sourcesOf,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { toCallerError } from '../changes/toCallerError';
import { isGen3 } from './chartOfSource';
import type { EditableCommons } from './EditableCommons';
import { folderOf } from './folderOf';
import { refuseUmbrella } from './refuseUmbrella';
import type { GitContext } from './readCommonsInGit';

/** Files of a chart that renders an Application; one with more does something else. */
const MAX_CHART_FILES = 500;

/** An Application and the source of it that is the gen3 chart. */
export interface ReadApplication {
  application: Application;
  source: ApplicationSource;
  /** Names of other Applications in its file. */
  beside: string[];
}

/** Reads the Application of a commons; a template is rendered first. @throws ConflictError when it is not there, or not to be edited. */
export async function readApplication(
  { path, application: name, hostname }: EditableCommons,
  context: GitContext,
): Promise<ReadApplication> {
  const { target, host, signal } = context;
  const read = await toCallerError(() =>
    host.readFiles({ ref: target.branch, paths: [path], signal }),
  );
  const text = read.get(path);
  if (text === undefined) {
    throw new ConflictError(
      `"${path}", which declared "${hostname}", is not in the branch "${target.branch}" any more`,
    );
  }
  const isTemplate = isOfChart(path) && text.includes('{{');
  const { applications } = parseApplications(
    isTemplate ? await render(path, context) : text,
    { isRendered: isTemplate },
  );
  const found = applications.find(
    ({ application }) =>
      name === undefined || application.metadata.name === name,
  )?.application;
  if (!found) {
    throw new ConflictError(
      `"${path}" does not declare the Application${
        name === undefined ? '' : ` "${name}"`
      } of "${hostname}" any more`,
    );
  }
  return {
    application: found,
    source: await findChartSource(found, path, context),
    beside: applications
      .filter(({ application }) => application !== found)
      .map(({ application }) => application.metadata.name),
  };
}

/** Elsewhere braces are text, e.g. of a title. */
function isOfChart(path: string): boolean {
  return path.split('/').slice(0, -1).includes('templates');
}

/** The source with the gen3 chart, or the only one with a chart. @throws ConflictError when there is none, or its chart has gen3 as a dependency. */
async function findChartSource(
  application: Application,
  path: string,
  context: GitContext,
): Promise<ApplicationSource> {
  const charts = sourcesOf(application).filter(
    ({ chart, path: folder }) => chart ?? folder,
  );
  const named = charts.find(each => isGen3(each.chart ?? each.path ?? ''));
  const possible = named ? [named] : charts;
  await Promise.all(
    possible.map(source => refuseUmbrella({ application, source }, context)),
  );
  const [source, other] = possible;
  if (source && !other) return source;
  throw new ConflictError(
    `"${path}" has no source that is the gen3 chart: edit its values by hand`,
  );
}

async function render(path: string, context: GitContext): Promise<string> {
  const { target, host, helm, signal } = context;
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const shown = path.slice(prefix.length);
  const paths = await toCallerError(() =>
    host.findFiles({
      ref: target.branch,
      matching: each =>
        each.startsWith(prefix) && isNeeded(each.slice(prefix.length), shown),
      signal,
    }),
  );
  if (
    !paths.includes(`${prefix}Chart.yaml`) ||
    paths.length > MAX_CHART_FILES
  ) {
    throw new ConflictError(
      `"${path}" is a template, and no small chart is around it: edit its values by hand`,
    );
  }
  const read = await toCallerError(() =>
    host.readFiles({ ref: target.branch, paths, signal }),
  );
  const files = new Map(
    [...read].flatMap(([each, content]) =>
      content === undefined ? [] : [[each.slice(prefix.length), content]],
    ),
  );
  try {
    return await helm.renderChart({ files, show: [shown], signal });
  } catch (error) {
    if (!(error instanceof HelmError)) throw error;
    throw new ConflictError(`"${path}" cannot be rendered: ${error.message}`);
  }
}

/** Other templates say nothing about this one. */
function isNeeded(path: string, shown: string): boolean {
  return (
    !path.startsWith('templates/') ||
    path === shown ||
    /(^|\/)_[^/]*$/.test(path)
  );
}
