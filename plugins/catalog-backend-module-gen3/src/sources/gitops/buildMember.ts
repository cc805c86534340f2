import {
  Finding,
  mergeValues,
  parseHostname,
  readGen3Values,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { DiscoveredCommons, MemberReading, Provenance } from '../types';
import { Application } from './applicationSchema';
import { readFolders } from './readFolders';
import { ReadLayer, ReadLayers } from './readLayers';
import { unwrapUmbrella } from './unwrapUmbrella';

/** Names that Argo CD and people give to the cluster that Argo CD itself runs in. */
const OWN_CLUSTER = ['in-cluster', ''];

/** Builds what a source says of one Application of the gen3 chart; pure. */
export function buildMember(options: {
  member: string;
  application: Application;
  /** Paths that its value files have, read or not. */
  valueFiles: readonly string[];
  values: ReadLayers;
  /** Key of gen3's values when gen3 is a part of another chart. */
  under?: string;
  provenance: Provenance;
  registry: ServiceRegistry;
}): MemberReading {
  const { member, application, valueFiles, values, under, provenance } =
    options;
  const layers = under
    ? values.layers.map(layer => unwrapUmbrella(layer, under))
    : values.layers;
  const folders = readFolders(provenance.path, valueFiles);
  const quarantine = (finding: Finding): MemberReading => ({
    kind: 'quarantined',
    member,
    hostname: folders.hostname,
    finding,
  });
  if (values.fatal) return quarantine(values.fatal);

  const merged = mergeValues(layers.map(layer => layer.values));
  const declared = readGen3Values(merged, options.registry);
  const findings = [
    ...values.findings,
    ...declared.findings.map(finding => placed(finding, layers)),
  ];
  const hostname = chooseHostname({
    declared: declared.hostname,
    folder: folders.hostname,
    layers,
    file: provenance.path,
  });
  if (!hostname.ok) return quarantine(hostname.finding);
  findings.push(...hostname.findings);

  const { destination } = application.spec;
  const named = destination?.name ?? '';
  return {
    kind: 'commons',
    member,
    commons: withoutUndefined({
      hostname: hostname.hostname,
      hostnameFrom: hostname.from,
      flavour: 'helm',
      environment: declared.environment,
      services: declared.services,
      dictionaryUrl: declared.dictionaryUrl,
      frontendRoot:
        declared.frontendRoot === 'gen3ff' ? declared.frontendRoot : undefined,
      meshMembers: declared.meshMembers,
      cluster: OWN_CLUSTER.includes(named) ? folders.cluster : named,
      namespace: destination?.namespace,
      argocdApp: {
        namespace: application.metadata.namespace ?? 'argocd',
        name: application.metadata.name,
      },
      provenance,
    }),
    findings,
    ...(values.incomplete && { incomplete: true }),
  };
}

type Hostname =
  | {
      ok: true;
      hostname: string;
      from: 'values' | 'parameter' | 'folder';
      findings: Finding[];
    }
  | { ok: false; finding: Finding };

/**
 * The hostname that the values declare, else the folder's name. A declared one that is no hostname quarantines: were the
 * folder to stand in, a typing error would give a known commons another name.
 */
function chooseHostname(options: {
  declared: unknown;
  folder?: string;
  layers: readonly ReadLayer[];
  file: string;
}): Hostname {
  const { declared, folder, layers, file } = options;
  const key = 'global.hostname';
  if (declared === undefined || declared === null || declared === '') {
    if (folder) {
      return { ok: true, hostname: folder, from: 'folder', findings: [] };
    }
    const finding: Finding = {
      severity: 'error',
      code: 'hostname-missing',
      message: `No value file sets ${key}, and no folder is named by a hostname`,
      fix: `Set ${key} in the values`,
      file,
      key,
    };
    return { ok: false, finding };
  }
  const parsed = parseHostname(declared);
  const layer = layerOf(key, layers);
  if (!parsed.ok) {
    const finding: Finding = {
      severity: 'error',
      code: 'hostname-invalid',
      message: parsed.message,
      fix: `Correct ${key}`,
      file: layer?.file ?? file,
      line: layer?.lineOf(key),
      key,
    };
    return { ok: false, finding };
  }
  const { hostname } = parsed;
  const from = layer?.inline ? 'parameter' : 'values';
  const differs: Finding = {
    severity: 'info',
    code: 'folder-is-not-hostname',
    message: `The folder is named "${folder}", the commons "${hostname}"`,
    fix: 'Nothing, if that is meant: the hostname of the values counts',
    file,
  };
  const findings = folder && folder !== hostname ? [differs] : [];
  return { ok: true, hostname, from, findings };
}

/** Says in which file and line a finding is. */
function placed(finding: Finding, layers: readonly ReadLayer[]): Finding {
  const { key } = finding;
  const layer = key === undefined ? undefined : layerOf(key, layers);
  if (!layer || key === undefined) return finding;
  const line = layer.lineOf(key);
  return { ...finding, file: layer.file, ...(line && { line }) };
}

/** The last layer that has a key: the one that counts. */
function layerOf(
  key: string,
  layers: readonly ReadLayer[],
): ReadLayer | undefined {
  const keys = key.split('.');
  return [...layers].reverse().find(layer => {
    let at: unknown = layer.values;
    return keys.every(each => {
      if (typeof at !== 'object' || at === null) return false;
      at = new Map<string, unknown>(Object.entries(at)).get(each);
      return at !== undefined && at !== null;
    });
  });
}

function withoutUndefined(commons: DiscoveredCommons): DiscoveredCommons {
  const copy = { ...commons };
  for (const key of [
    'environment',
    'dictionaryUrl',
    'frontendRoot',
    'cluster',
    'namespace',
  ] as const) {
    if (copy[key] === undefined) delete copy[key];
  }
  return copy;
}
