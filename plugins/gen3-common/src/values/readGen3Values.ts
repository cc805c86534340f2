import { JsonObject } from '@backstage/types';
import { ServiceRegistry } from '../services/createServiceRegistry';
import { FRONTEND_ROOTS, FrontendRoot, Gen3Service } from '../services/types';
import { readMeshMembers } from './readMeshMembers';
import { DeclaredCommons, DeclaredService } from './types';
import { ValueReader } from './valueReader';

const AGG_MDS_CONFIG = 'metadata.aggMdsConfig';

function readService(
  reader: ValueReader,
  service: Gen3Service,
): DeclaredService | undefined {
  const { name } = service;
  reader.map(name);
  // Helm ignores a condition that is no boolean and leaves the sub-chart on.
  const on = reader.flag(
    service.enabledBy ?? `${name}.enabled`,
    service.enabledByDefault,
    true,
  );
  if (!on) return undefined;
  const imageTag = reader.tag(service.imageTagPath ?? `${name}.image.tag`);
  return imageTag === undefined ? { name } : { name, imageTag };
}

function readFrontendRoot(reader: ValueReader): FrontendRoot {
  const key = 'global.frontendRoot';
  const text = reader.text(key);
  if (text === undefined) return 'portal';
  const found = FRONTEND_ROOTS.find(root => root === text);
  if (found) return found;
  reader.findings.push({
    severity: 'warning',
    code: 'unknown-frontend-root',
    message: `${key} is "${text.slice(0, 40)}", so neither front end is at "/"`,
    fix: `Set ${key} to ${FRONTEND_ROOTS.join(' or ')}`,
    key,
  });
  return 'portal';
}

function readMesh(reader: ValueReader): string[] {
  if (!reader.isTrue('metadata.useAggMds')) return [];
  const config = reader.raw(AGG_MDS_CONFIG);
  if (config === undefined) return [];
  const hostname = reader.raw('global.hostname');
  const read = readMeshMembers(config, {
    key: AGG_MDS_CONFIG,
    hostname: typeof hostname === 'string' ? hostname : undefined,
  });
  reader.findings.push(...read.findings);
  return read.meshMembers;
}

/**
 * Reads what merged values of the `gen3` chart say about a commons. Defaults are the chart's
 * (`gen3-helm:helm/gen3/values.yaml`); a field of the wrong type is a finding and counts as Helm would count it.
 *
 * @public
 */
export function readGen3Values(
  values: JsonObject,
  registry: ServiceRegistry,
): DeclaredCommons {
  const reader = new ValueReader(values);
  reader.map('global');
  const services = registry
    .all()
    .map(service => readService(reader, service))
    .filter(service => service !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    hostname: reader.raw('global.hostname'),
    environment: reader.text('global.environment'),
    services,
    dictionaryUrl: reader.url('global.dictionaryUrl'),
    frontendRoot: readFrontendRoot(reader),
    meshMembers: readMesh(reader),
    dev: reader.flag('global.dev', true),
    findings: reader.findings,
  };
}
