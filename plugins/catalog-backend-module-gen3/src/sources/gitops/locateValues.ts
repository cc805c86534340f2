import { JsonObject } from '@backstage/types';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { Application, ApplicationSource, sourcesOf } from './applicationSchema';
import { readYaml } from './readYaml';
import { setParameter } from './setParameter';

/** One layer of values, later ones win. */
export type ValueLayer =
  | {
      kind: 'file';
      /** As the Application writes it. */
      name: string;
      repository: string;
      /** Branch, tag or commit; `HEAD` when the source names none. */
      revision: string;
      /** Path in that repository. */
      path: string;
      /** The file lies beside the chart, and not where a `ref` points. */
      besideChart: boolean;
      optional: boolean;
    }
  | { kind: 'inline'; key: string; values: unknown }
  | { kind: 'broken'; key: string; message: string; line?: number }
  | {
      kind: 'unreadable';
      code: string;
      name: string;
      message: string;
      fix: string;
    };

/**
 * Lists the layers of values that an Application gives to its chart, in Argo CD's order: files, then `values` or, when
 * it is there, `valuesObject`, then parameters.
 *
 * @param withChartValues - the chart lies in the repository, and its own `values.yaml` comes first.
 */
export function locateValues(
  application: Application,
  source: ApplicationSource,
  withChartValues: boolean,
): ValueLayer[] {
  const helm = source.helm ?? {};
  const sources = sourcesOf(application);
  const optional = helm.ignoreMissingValueFiles ?? false;
  const layers = (helm.valueFiles ?? []).map(name =>
    locateFile({ name, source, sources, optional }),
  );
  if (withChartValues) {
    const name = 'values.yaml';
    layers.unshift(locateFile({ name, source, sources, optional: true }));
  }
  if (helm.valuesObject && Object.keys(helm.valuesObject).length > 0) {
    const values = helm.valuesObject;
    layers.push({ kind: 'inline', key: 'helm.valuesObject', values });
  } else if (helm.values) {
    const key = 'helm.values';
    const yaml = readYaml(helm.values);
    layers.push(
      yaml.ok
        ? { kind: 'inline', key, values: yaml.documents[0] }
        : { kind: 'broken', key, message: yaml.message },
    );
  }
  const parameters = helm.parameters ?? [];
  if (parameters.length > 0) {
    const values = parameters.reduce<JsonObject>(setParameter, {});
    layers.push({ kind: 'inline', key: 'helm.parameters', values });
  }
  return layers;
}

function locateFile(options: {
  name: string;
  source: ApplicationSource;
  sources: readonly ApplicationSource[];
  optional: boolean;
}): ValueLayer {
  const { name, source, sources, optional } = options;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    return {
      kind: 'unreadable',
      code: 'values-remote',
      name: redactUrls(name),
      message: 'it is a web address, and the portal reads values from git only',
      fix: 'Commit the file to the repository and name it there',
    };
  }
  const ref = /^\$([^/]+)\/(.*)$/.exec(name);
  const from = ref ? sources.find(each => each.ref === ref[1]) : source;
  if (!from) {
    return {
      kind: 'unreadable',
      code: 'values-ref-unknown',
      name,
      message: `the Application has no source with "ref: ${ref?.[1]}"`,
      fix: `Add a source with "ref: ${ref?.[1]}", or correct the name`,
    };
  }
  const root = ref?.[2] !== undefined || name.startsWith('/');
  const path = posix.normalize(
    root ? `./${ref?.[2] ?? name}` : posix.join(from.path ?? '.', name),
  );
  if (path.startsWith('../') || path === '..') {
    return {
      kind: 'unreadable',
      code: 'values-outside',
      name,
      message: 'it leads out of the repository',
      fix: 'Name a file inside the repository',
    };
  }
  return {
    kind: 'file',
    name,
    repository: from.repoURL ?? '',
    revision: from.targetRevision || 'HEAD',
    path: path.replace(/^\/+/, ''),
    besideChart: !ref,
    optional,
  };
}
