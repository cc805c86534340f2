import { JsonValue } from '@backstage/types';
import {
  Finding,
  parseHostname,
  readManifest,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { compareText } from '../../lib/compareText';
import { DiscoveredCommons, MemberReading, Provenance } from '../types';
import { ManifestFolder } from './findManifests';
import { parseJson } from './parseJson';
import { ManifestTexts, placeFindings } from './placeFindings';

/**
 * Turns one `<hostname>/manifest.json` into a reading. Pure. The hostname is `global.hostname`, else the folder's name.
 */
export function readManifestMember(options: {
  folder: ManifestFolder;
  texts: ManifestTexts;
  registry: ServiceRegistry;
  provenance: Provenance;
}): MemberReading {
  const { folder, texts, registry, provenance } = options;
  const parsed = parseJson(folder.manifest, texts.manifest);
  if (!parsed.ok) {
    return quarantine(folder, parsed.finding);
  }
  if (!isMap(parsed.value)) {
    return quarantine(folder, {
      severity: 'error',
      code: 'manifest-not-a-map',
      message: `${folder.manifest} is a ${kindOf(parsed.value)}, not a map`,
      fix: 'A manifest has the keys "versions" and "global".',
      file: folder.manifest,
    });
  }
  const aggregate = readAggregateConfig(folder, texts);
  const values = readManifest(parsed.value, registry, {
    aggregateConfig: aggregate.value,
  });
  // An empty text says nothing, as in the values of a chart.
  const declared = values.hostname === '' ? undefined : values.hostname;
  const hostname = parseHostname(declared ?? folder.name);
  if (!hostname.ok) {
    const problem =
      declared === undefined
        ? hostnameMissing(folder)
        : hostnameInvalid(hostname.message);
    const [finding = problem] = placeFindings([problem], folder, texts);
    return quarantine(folder, finding);
  }
  const commons: DiscoveredCommons = {
    hostname: hostname.hostname,
    hostnameFrom: declared === undefined ? 'folder' : 'manifest',
    flavour: 'cloud-automation',
    ...(values.environment ? { environment: values.environment } : {}),
    services: [...values.services].sort((a, b) => compareText(a.name, b.name)),
    ...(values.dictionaryUrl ? { dictionaryUrl: values.dictionaryUrl } : {}),
    ...(values.frontendRoot === 'gen3ff' ? { frontendRoot: 'gen3ff' } : {}),
    meshMembers: values.meshMembers.filter(
      member => member !== hostname.hostname,
    ),
    provenance,
  };
  return {
    kind: 'commons',
    member: folder.manifest,
    commons,
    findings: [
      ...placeFindings(values.findings, folder, texts),
      ...aggregate.findings,
    ],
    ...(aggregate.findings.length > 0 && { incomplete: true }),
  };
}

function hostnameMissing(folder: ManifestFolder): Finding {
  return {
    severity: 'error',
    code: 'hostname-missing',
    message: `${folder.manifest} sets no global.hostname, and its folder "${folder.name}" is not named by a hostname`,
    fix: 'Set global.hostname, e.g. to "data.example.org", or rename the folder',
    key: 'global.hostname',
  };
}

function hostnameInvalid(message: string): Finding {
  return {
    severity: 'error',
    code: 'hostname-invalid',
    message,
    fix: 'Write the commons\' public hostname there, e.g. "data.example.org".',
    key: 'global.hostname',
  };
}

/** A mesh that cannot be read makes the reading incomplete, with a finding; it costs the commons nothing else. */
function readAggregateConfig(
  folder: ManifestFolder,
  texts: ManifestTexts,
): { value?: JsonValue; findings: Finding[] } {
  if (!folder.aggregateConfig || texts.aggregateConfig === undefined) {
    return { findings: [] };
  }
  const parsed = parseJson(folder.aggregateConfig, texts.aggregateConfig);
  return parsed.ok
    ? { value: parsed.value, findings: [] }
    : { findings: [{ ...parsed.finding, severity: 'warning' }] };
}

/** A folder that cannot be read; its name may be the hostname. */
export function quarantine(
  folder: ManifestFolder,
  finding: Finding,
): MemberReading {
  const hostname = parseHostname(folder.name);
  return {
    kind: 'quarantined',
    member: folder.manifest,
    ...(hostname.ok ? { hostname: hostname.hostname } : {}),
    finding,
  };
}

function isMap(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) {
    return 'list';
  }
  return value === null ? 'null' : typeof value;
}
