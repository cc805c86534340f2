import {
  Finding,
  parseHostname,
  readManifest,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  KubernetesObject,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { DiscoveredCommons, MemberReading } from '../types';
import { Deployer } from './findDeployers';
import { describeRunning } from './describeRunning';

/** `global.environment` of a chart that was not told one (`gen3-helm:helm/gen3/values.yaml`): it says nothing. */
const DEFAULT_ENVIRONMENT = 'default';

/** What is known of a namespace that holds a commons, or should. */
export interface Place {
  cluster: string;
  namespace: string;
  /** Its `manifest-global`. */
  manifest?: KubernetesObject<'configmaps'>;
  /** What deploys to it. */
  deployers: readonly Deployer[];
  /** Absent: they could not be read. */
  workloads?: readonly KubernetesWorkload[];
  /** What could not be read and would tell more of it. */
  unread: readonly Finding[];
  registry: ServiceRegistry;
}

/** Key of the commons of a namespace. */
export function memberOf(place: {
  cluster: string;
  namespace: string;
}): string {
  return `${place.cluster}#${place.namespace}`;
}

/** Says what a cluster knows of the commons in one of its namespaces. Pure. */
export function buildPlace(place: Place): MemberReading {
  const { cluster, namespace, manifest, deployers, unread, registry } = place;
  const member = memberOf(place);
  const declared = readManifest({ global: manifest?.data ?? {} }, registry);
  const written = declared.hostname || undefined;
  const parameter = deployers.find(each => each.hostname)?.hostname;
  const hostname = parseHostname(written ?? parameter);
  if (!hostname.ok) {
    const isMissing = written === undefined && parameter === undefined;
    const finding = isMissing
      ? unread[0] ?? hostnameMissing(place)
      : hostnameInvalid(place, {
          where:
            written === undefined
              ? 'The Application'
              : 'ConfigMap manifest-global',
          message: hostname.message,
        });
    return { kind: 'quarantined', member, finding };
  }
  const path = `${cluster}/${namespace}`;
  return {
    kind: 'commons',
    member,
    commons: {
      hostname: hostname.hostname,
      hostnameFrom: written === undefined ? 'parameter' : 'configmap',
      ...factsOf(place),
      ...(declared.environment && declared.environment !== DEFAULT_ENVIRONMENT
        ? { environment: declared.environment }
        : {}),
      services: [],
      ...(declared.dictionaryUrl
        ? { dictionaryUrl: declared.dictionaryUrl }
        : {}),
      ...(declared.frontendRoot === 'gen3ff' ? { frontendRoot: 'gen3ff' } : {}),
      meshMembers: [],
      cluster,
      namespace,
      provenance: { repo: 'cluster', path, location: `gen3-cluster:${path}` },
    },
    findings: [...unread],
    ...(unread.length > 0 ? { incomplete: true } : {}),
  };
}

/** How it is deployed, and what runs. */
function factsOf(
  place: Place,
): Pick<DiscoveredCommons, 'flavour' | 'running' | 'argocdApp'> {
  const { deployers, manifest, workloads, unread, registry } = place;
  const argocdApp = deployers.find(each => each.argocdApp)?.argocdApp;
  const { running, isOfHelm } = describeRunning(workloads ?? [], registry);
  const flavour = flavourOf({
    deployers,
    isOfHelm,
    isOfCloudAutomation: manifest !== undefined && running.length > 0,
    isCertain: unread.length === 0,
  });
  return {
    ...(flavour ? { flavour } : {}),
    ...(workloads ? { running } : {}),
    ...(argocdApp ? { argocdApp } : {}),
  };
}

/** What KRO deploys has Helm's labels too, so labels are only a proof where what deploys could be read. */
function flavourOf(seen: {
  deployers: readonly Deployer[];
  isOfHelm: boolean;
  isOfCloudAutomation: boolean;
  isCertain: boolean;
}): DiscoveredCommons['flavour'] {
  if (seen.deployers.length > 0) {
    return seen.deployers.some(({ isKro }) => isKro) ? 'kro' : 'helm';
  }
  if (!seen.isCertain) return undefined;
  if (seen.isOfHelm) return 'helm';
  return seen.isOfCloudAutomation ? 'cloud-automation' : undefined;
}

function hostnameMissing({ cluster, namespace }: Place): Finding {
  return {
    severity: 'warning',
    code: 'hostname-missing',
    message: `Namespace "${namespace}" of cluster "${cluster}" is one of Gen3, and nothing there names a hostname: neither a ConfigMap manifest-global, nor a parameter of its Application`,
    fix: 'Wait until Argo CD has synced it for the first time, set global.hostname, or take the label role=gen3 off the namespace',
    key: 'global.hostname',
  };
}

function hostnameInvalid(
  { cluster, namespace }: Place,
  { where, message }: { where: string; message: string },
): Finding {
  return {
    severity: 'error',
    code: 'hostname-invalid',
    message: `${where} of namespace "${namespace}" in cluster "${cluster}" has a hostname that is none: ${message}`,
    fix: 'Set global.hostname, e.g. to "data.example.org"',
    key: 'global.hostname',
  };
}
