import { Commons } from '../commons/types';
import {
  clusterFaultSchema,
  clusterOfHost,
  COMMONS_ONLY,
  Fault,
  jobFaultSchema,
  NAMESPACE_ONLY,
  PlacedFault,
  podFaultSchema,
  WHOLE_COMMONS,
} from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { jobNamesOf } from '../kubernetes/objects/jobPlans';
import { runningNames } from '../services/allServices';
import { nearest } from './nearest';

const JOB_PARTS = jobFaultSchema.keyof().options;
const POD_PARTS = podFaultSchema.keyof().options;
const CLUSTER_ONLY = clusterFaultSchema.keyof().options;

/** What an API server may do besides being unreachable or forbidding things. */
const CLUSTER_PARTS: readonly string[] = [
  ...CLUSTER_ONLY,
  'hang',
  'slowMs',
  'status',
];

function didYouMean(wanted: string, candidates: string[]): string {
  const names = nearest(wanted, candidates);
  return names.length > 0 ? `; did you mean ${names.join(', ')}?` : '';
}

/** Whether faults can be placed there because it is a cluster (`cluster:<name>`). */
export function isCluster(fleet: Fleet, hostname: string): boolean {
  const cluster = clusterOfHost(hostname);
  return cluster !== undefined && fleet.clusters().includes(cluster);
}

/** The message for a host that no commons and no cluster has, with the names that come close. */
export function unknownHost(fleet: Fleet, hostname: string): string {
  const cluster = clusterOfHost(hostname);
  if (cluster !== undefined) {
    const clusters = fleet.clusters();
    return `There is no cluster "${cluster}"${
      didYouMean(cluster, clusters) ||
      ` (the fleet has ${clusters.length} clusters)`
    }`;
  }
  const known = fleet.list().map(commons => commons.hostname);
  return `No commons has the hostname "${hostname}"${
    didYouMean(hostname, known) || ` (the fleet has ${known.length} commons)`
  }`;
}

function unknownService(commons: Commons, service: string): string {
  const services = runningNames(commons);
  const known = [...services, ...jobNamesOf(commons)];
  return `Commons "${commons.hostname}" has no service "${service}"${
    didYouMean(service, known) || `; it has ${services.join(', ')}`
  }`;
}

/** Finds what is wrong with a fault before it is set: undefined, or a sentence that names it. */
export function checkFault(
  fleet: Fleet,
  placed: PlacedFault,
): string | undefined {
  const { hostname, service, fault } = placed;
  if (isCluster(fleet, hostname)) {
    return checkClusterFault(placed);
  }
  const commons = fleet.get(hostname);
  if (!commons) {
    return unknownHost(fleet, hostname);
  }
  const ofClusters = partsOf(fault, CLUSTER_ONLY);
  if (ofClusters) {
    return `A fault of kind "${ofClusters}" is one of a cluster: place it at "cluster:${
      commons.cluster ?? '<name>'
    }"`;
  }
  if (jobNamesOf(commons).includes(service)) {
    const others = Object.keys(fault).filter(
      part => !JOB_PARTS.some(it => it === part),
    );
    return others.length > 0
      ? `The job "${service}" can have the faults ${JOB_PARTS.join(
          ', ',
        )}, not "${others.join(', ')}"`
      : undefined;
  }
  return checkServiceFault(commons, service, fault);
}

function checkServiceFault(
  commons: Commons,
  service: string,
  fault: Fault,
): string | undefined {
  const isWhole = service === WHOLE_COMMONS;
  if (!isWhole && ![...runningNames(commons), 'revproxy'].includes(service)) {
    return unknownService(commons, service);
  }
  const ofJobs = partsOf(fault, JOB_PARTS);
  if (ofJobs) {
    return `A fault of kind "${ofJobs}" is one of a job: name one of ${jobNamesOf(
      commons,
    ).join(', ')}`;
  }
  const ofPods = partsOf(fault, POD_PARTS);
  if (isWhole) {
    return ofPods
      ? `A fault of kind "${ofPods}" is one of a service: name it`
      : undefined;
  }
  const ofCommons = partsOf(
    fault,
    service === 'revproxy' ? NAMESPACE_ONLY : COMMONS_ONLY,
  );
  if (ofCommons) {
    return `A fault of kind "${ofCommons}" is one of the whole commons: leave out the service "${service}"`;
  }
  return fault.wrongIssuer && !['fence', 'revproxy'].includes(service)
    ? `Only fence has an issuer, not "${service}"`
    : undefined;
}

function checkClusterFault({
  hostname,
  service,
  fault,
}: PlacedFault): string | undefined {
  if (service !== WHOLE_COMMONS) {
    return `"${hostname}" is a cluster and has no service "${service}"`;
  }
  const others = Object.keys(fault).filter(
    part => !CLUSTER_PARTS.includes(part),
  );
  return others.length > 0
    ? `A cluster can have the faults ${CLUSTER_PARTS.join(
        ', ',
      )}, not "${others.join(', ')}"`
    : undefined;
}

/** Which of `parts` a fault has, as text; undefined when none. */
function partsOf(
  fault: Fault,
  parts: readonly (keyof Fault)[],
): string | undefined {
  const found = parts.filter(part => fault[part] !== undefined);
  return found.length > 0 ? found.join(', ') : undefined;
}
