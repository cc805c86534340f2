import {
  mergeValues,
  readGen3Values,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { Commons } from '../commons/types';
import { TreeFiles } from './GitopsTree';
import { placeOf } from './placeOf';
import { readAggregateMembers } from './readAggregateMembers';
import { Gen3Application } from './readApplications';

/** A part of the chart that is off unless it is enabled. */
const toggleSchema = z
  .object({ enabled: z.union([z.boolean(), z.string()]).default(false) })
  .prefault({});

/** What the simulator needs of the values beyond what the registry's reading gives. */
const valuesSchema = z.object({
  global: z
    .object({
      maintenanceMode: z.string().default('off'),
      publicDataSets: z.union([z.boolean(), z.string()]).default(true),
      netPolicy: toggleSchema,
    })
    .prefault({}),
  revproxy: z.object({ ingress: toggleSchema }).prefault({}),
  metadata: z
    .object({
      useAggMds: z.union([z.boolean(), z.string()]).default(false),
      aggMdsConfig: z.string().optional(),
    })
    .default({ useAggMds: false }),
});

/**
 * Makes a commons of an Application and the value files of the same tree.
 *
 * @throws Error that names the file or key that cannot be used.
 */
export function readHelmCommons(options: {
  application: Gen3Application;
  /** Path of the file that holds the Application; its folder's name stands in for a missing hostname. */
  path: string;
  files: TreeFiles;
  registry: ServiceRegistry;
}): Commons {
  const { application, path, files, registry } = options;
  const values = mergeValues(readLayers(application, files));
  const read = readGen3Values(values, registry);
  const more = valuesSchema.parse(values);
  const aggregate = isTrue(more.metadata.useAggMds);
  return {
    hostname: String(read.hostname ?? hostnameOfPath(path)).toLowerCase(),
    flavour: 'helm',
    services: new Map(
      read.services.map(({ name, imageTag }) => [name, imageTag]),
    ),
    environment: read.environment,
    dictionaryUrl: read.dictionaryUrl,
    maintenance: more.global.maintenanceMode === 'on',
    frontendRoot: read.frontendRoot,
    publicDataSets: isTrue(more.global.publicDataSets),
    aggregate,
    meshMembers: aggregate
      ? readAggregateMembers(more.metadata.aggMdsConfig)
      : [],
    certManager: isTrue(more.revproxy.ingress.enabled),
    netPolicy: isTrue(more.global.netPolicy.enabled),
    ...placeOf(application, path),
    application: { name: application.name, spec: application.spec },
  };
}

function readLayers(
  { name, source }: Gen3Application,
  files: TreeFiles,
): unknown[] {
  const { helm } = source;
  const fromFiles = (helm?.valueFiles ?? []).map(valueFile => {
    const path = valueFile.replace(/^\$[^/]+\//, '');
    const text = files.get(path);
    if (text === undefined) {
      throw new Error(
        `Application "${name}" names the value file "${valueFile}", which is not in the tree`,
      );
    }
    return parseValues(text, path);
  });
  const inline = readInlineValues(helm);
  const parameters = (helm?.parameters ?? []).map(parameter =>
    nest(parameter.name.split('.'), parameter.value),
  );
  return [...fromFiles, ...inline, ...parameters];
}

/** Argo CD ignores `values` where there is a `valuesObject`. */
function readInlineValues(helm: Gen3Application['source']['helm']): unknown[] {
  if (helm?.valuesObject && Object.keys(helm.valuesObject).length > 0) {
    return [helm.valuesObject];
  }
  return helm?.values ? [parseValues(helm.values, 'helm.values')] : [];
}

function parseValues(text: string, path: string): unknown {
  const values: unknown = parse(text) ?? {};
  if (typeof values !== 'object' || Array.isArray(values)) {
    throw new Error(
      `"${path}" must hold a map of values, found ${
        Array.isArray(values) ? 'a list' : typeof values
      }`,
    );
  }
  return values;
}

function nest(keys: string[], value: string): unknown {
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function isTrue(value: boolean | string): boolean {
  return value === true || value === 'true';
}

/** `<cluster>/<hostname>/templates/app.yaml` and `<vpc>/<hostname>/app.yaml` are both folders named by hostname. */
function hostnameOfPath(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const folder = folders.filter(name => name !== 'templates').at(-1);
  if (!folder?.includes('.')) {
    throw new Error(
      `The values have no global.hostname, and the folder of "${path}" is not named by one`,
    );
  }
  return folder;
}
