import {
  readManifest,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { Commons } from '../commons/types';
import { TreeFiles } from './GitopsTree';
import { readAggregateMembers } from './readAggregateMembers';

const text = z.union([z.string(), z.boolean()]).optional();

const manifestSchema = z.object({
  global: z.object({
    maintenance_mode: text,
    public_datasets: text,
  }),
});

/**
 * Makes a commons of a cloud-automation `<hostname>/manifest.json`.
 *
 * @throws Error when the file is not JSON or has no hostname.
 */
export function readManifestCommons(options: {
  path: string;
  files: TreeFiles;
  registry: ServiceRegistry;
}): Commons {
  const { path, files, registry } = options;
  const manifest: unknown = JSON.parse(files.get(path) ?? '');
  const read = readManifest(manifest, registry);
  const { global } = manifestSchema.parse(manifest);
  const folder = path.split('/').at(-2);
  const hostname = read.hostname ?? folder;
  if (!hostname) {
    throw new Error(`"${path}" has no global.hostname`);
  }
  const aggregateConfig = files.get(
    path.replace(/manifest\.json$/, 'metadata/aggregate_config.json'),
  );
  return {
    hostname: String(hostname).toLowerCase(),
    flavour: 'cloud-automation',
    services: new Map(
      read.services.map(({ name, imageTag }) => [name, imageTag]),
    ),
    environment: read.environment,
    dictionaryUrl: read.dictionaryUrl,
    maintenance: global.maintenance_mode === 'on',
    frontendRoot: read.frontendRoot,
    publicDataSets: String(global.public_datasets ?? true) === 'true',
    aggregate: aggregateConfig !== undefined,
    meshMembers: readAggregateMembers(aggregateConfig),
  };
}
