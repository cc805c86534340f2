import {
  Finding,
  mergeValues,
  readGen3Values,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { DiscoveredCommons, MemberReading, Provenance } from '../types';
import { Application } from '@gen3-csoc/backstage-plugin-gen3-node';
import { annotatedFacts } from './annotatedFacts';
import { chooseHostname } from './chooseHostname';
import { layerOf } from './layerOf';
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
  if (!hostname.ok) {
    // Values that could not be read are the reason that there is no hostname in them.
    const [unread] = values.incomplete ? values.findings : [];
    return quarantine(unread ?? hostname.finding);
  }
  findings.push(...hostname.findings);

  const annotated = annotatedFacts(application);
  findings.push(...annotated.findings);

  const { destination } = application.spec;
  const named = destination?.name ?? '';
  return {
    kind: 'commons',
    member,
    commons: withoutUndefined({
      hostname: hostname.hostname,
      hostnameFrom: hostname.from,
      ...annotated.facts,
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

/** Says in which file and line a finding is. */
function placed(finding: Finding, layers: readonly ReadLayer[]): Finding {
  const { key } = finding;
  const layer = key === undefined ? undefined : layerOf(key, layers);
  if (!layer || key === undefined) return finding;
  const line = layer.lineOf(key);
  return { ...finding, file: layer.file, ...(line && { line }) };
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
