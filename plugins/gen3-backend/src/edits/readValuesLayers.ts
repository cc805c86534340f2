import { ConflictError } from '@backstage/errors';
import { mergeValues } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Application,
  type ApplicationSource,
  type FileLayer,
  isSameRepository,
  locateValues,
  readYaml,
  type ValueLayer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { toCallerError } from '../changes/toCallerError';
import type { LaunchTarget } from '../launch/types';
import type { GitContext } from './readCommonsInGit';
import type { ValuesLayer } from './types';

/** Reads all layers of an Application's values, in the order in which they win. @throws ConflictError for files that are missing or broken. */
export async function readValuesLayers(
  options: {
    application: Application;
    source: ApplicationSource;
  } & Pick<GitContext, 'target' | 'host' | 'signal'>,
): Promise<ValuesLayer[]> {
  const { target, host, signal } = options;
  const layers = locateValues({ ...options, withChartValues: false });
  const paths = layers.flatMap(layer =>
    layer.kind === 'file' && whyForeign(layer, target) === undefined
      ? [layer.path]
      : [],
  );
  const texts = await toCallerError(() =>
    host.readFiles({
      ref: target.branch,
      paths: [...new Set(paths)],
      signal,
    }),
  );
  return layers.flatMap(layer => toLayer(layer, { target, texts }));
}

function toLayer(
  layer: ValueLayer,
  read: { target: LaunchTarget; texts: Map<string, string | undefined> },
): ValuesLayer[] {
  switch (layer.kind) {
    case 'inline':
      return [
        {
          kind: 'inline',
          key: layer.key,
          values: valuesOf(`"${layer.key}"`, layer.values),
        },
      ];
    case 'broken':
      throw new ConflictError(
        `"${layer.key}" of the Application is not valid YAML`,
      );
    case 'unreadable':
      return [{ kind: 'foreign', name: layer.name, why: 'cannot be read' }];
    default:
      return toFile(layer, read);
  }
}

function toFile(
  layer: FileLayer,
  {
    target,
    texts,
  }: { target: LaunchTarget; texts: Map<string, string | undefined> },
): ValuesLayer[] {
  const { path, name, optional } = layer;
  const why = whyForeign(layer, target);
  if (why !== undefined) return [{ kind: 'foreign', name, why }];
  const text = texts.get(path);
  if (text === undefined) {
    if (optional) return [];
    throw new ConflictError(
      `The Application names "${path}", which is not in the branch "${target.branch}"`,
    );
  }
  const yaml = readYaml(text);
  if (!yaml.ok) {
    throw new ConflictError(
      `"${path}" is not valid YAML: ${yaml.message}${
        yaml.line === undefined ? '' : ` (line ${yaml.line})`
      }`,
    );
  }
  const values = valuesOf(`"${path}"`, yaml.documents[0]);
  return [{ kind: 'file', path, text, values }];
}

function valuesOf(name: string, values: unknown) {
  try {
    return mergeValues([values]);
  } catch (error) {
    throw new ConflictError(`${name} is no map of values`, error);
  }
}

/** A repository on this machine stands for the one that the Applications name, as it does for its source. */
function whyForeign(
  { repository, revision, besideChart }: FileLayer,
  { url, repoUrl, branch }: LaunchTarget,
): string | undefined {
  const isLocal = /^(file:|\/)/i.test(url);
  const isSame = [url, repoUrl].some(each =>
    isSameRepository(each, repository),
  );
  if (!isSame && (besideChart || !isLocal)) {
    return besideChart
      ? 'is a file of the chart'
      : 'is a file of another repository';
  }
  return revision === branch || revision === 'HEAD'
    ? undefined
    : `is read from "${revision}" and changes go to "${branch}"`;
}
