import { JsonObject } from '@backstage/types';
import { Finding } from '../api/sources';
import { ServiceRegistry } from '../services/createServiceRegistry';
import { Gen3Service } from '../services/types';
import { mergeValues } from './mergeValues';
import { readMeshMembers } from './readMeshMembers';
import { DeclaredCommons, DeclaredService } from './types';
import { ValueReader } from './valueReader';

/** Images that nearly every manifest names: a log shipper and the image of jobs. They are not worth a finding. */
const HELPERS = ['awshelper', 'fluentd'];

/** Tag of an image reference, `registry:port/repo:tag`. */
function tagOf(image: string): string | undefined {
  const name = image.slice(image.lastIndexOf('/') + 1).split('@')[0];
  const colon = name.indexOf(':');
  return colon < 0 ? undefined : name.slice(colon + 1) || undefined;
}

/** Several keys may mean one service (tube and spark are etl): the one that its row names first gives the tag. */
function rankOf(service: Gen3Service, key: string): number {
  return [service.name, ...(service.legacyNames ?? [])].indexOf(key);
}

function readVersions(
  reader: ValueReader,
  versions: JsonObject,
  registry: ServiceRegistry,
): DeclaredService[] {
  const found = new Map<string, DeclaredService & { rank: number }>();
  const unknown: string[] = [];
  for (const key of Object.keys(versions)) {
    const service = registry.byLegacyName(key);
    const image = versions[key];
    if (!service) {
      if (!HELPERS.includes(key)) unknown.push(key);
    } else if (typeof image !== 'string') {
      reader.findings.push({
        severity: 'warning',
        code: 'value-wrong-type',
        message: `versions.${key} is not an image reference`,
        fix: `Write versions.${key} as "registry/repository:tag"`,
        key: `versions.${key}`,
      });
    } else {
      const rank = rankOf(service, key);
      const other = found.get(service.name);
      if (!other || rank < other.rank) {
        found.set(service.name, {
          name: service.name,
          imageTag: tagOf(image),
          rank,
        });
      }
    }
  }
  if (unknown.length > 0) {
    reader.findings.push(unknownVersions(unknown));
  }
  return [...found.values()]
    .map(({ name, imageTag }) =>
      imageTag === undefined ? { name } : { name, imageTag },
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function unknownVersions(names: string[]): Finding {
  return {
    severity: 'info',
    code: 'unknown-service',
    message: `versions names images that are no service of Gen3: ${names
      .sort()
      .join(', ')
      .slice(0, 200)}`,
    fix: 'Nothing, or declare your own ones in gen3.services',
    key: 'versions',
  };
}

/**
 * Reads what the `manifest.json` of a cloud-automation commons says about it. Only services named in `versions` are on.
 *
 * @param manifest - the parsed file. Its file and shape are the caller's: a manifest that is no map has one finding.
 * @param options - `aggregateConfig` is the parsed `metadata/aggregate_config.json` beside it, if there is one.
 * @public
 */
export function readManifest(
  manifest: unknown,
  registry: ServiceRegistry,
  options: { aggregateConfig?: unknown } = {},
): DeclaredCommons {
  if (
    typeof manifest !== 'object' ||
    manifest === null ||
    Array.isArray(manifest)
  ) {
    return {
      services: [],
      frontendRoot: 'portal',
      meshMembers: [],
      dev: false,
      findings: [
        {
          severity: 'error',
          code: 'manifest-not-a-map',
          message: 'The manifest is not a JSON object',
          fix: 'Give it the keys "versions" and "global"',
        },
      ],
    };
  }
  const values = mergeValues([manifest]);
  const reader = new ValueReader(values);
  reader.map('global');
  const versions = reader.map('versions')
    ? mergeValues([reader.raw('versions')])
    : {};
  const hostname = reader.raw('global.hostname');
  const mesh = readMeshMembers(options.aggregateConfig ?? {}, {
    key: 'metadata/aggregate_config.json',
    hostname: typeof hostname === 'string' ? hostname : undefined,
  });
  const services = readVersions(reader, versions, registry);
  return {
    hostname,
    environment: reader.text('global.environment'),
    services,
    dictionaryUrl: reader.url('global.dictionary_url'),
    frontendRoot:
      reader.raw('global.frontend_root') === 'gen3ff' ? 'gen3ff' : 'portal',
    meshMembers: mesh.meshMembers,
    dev: false,
    findings: [...reader.findings, ...mesh.findings],
  };
}
