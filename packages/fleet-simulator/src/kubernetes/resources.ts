import { KubernetesVersion } from './KubernetesVersion';
import { applications } from './objects/applications';
import { autoscalers } from './objects/autoscalers';
import { certificates } from './objects/certificates';
import { configMaps } from './objects/configMaps';
import { cronJobs } from './objects/cronJobs';
import { deployments } from './objects/deployments';
import { statefulSets } from './objects/elasticsearch';
import { emptyKinds } from './objects/emptyKinds';
import { events } from './objects/events';
import { externalSecrets } from './objects/externalSecrets';
import { ingresses } from './objects/ingresses';
import { jobs } from './objects/jobs';
import { namespaces } from './objects/namespaces';
import { networkPolicies } from './objects/networkPolicies';
import { nodes } from './objects/nodes';
import { pods } from './objects/pods';
import { replicaSets } from './objects/replicaSets';
import { resourceQuotas } from './objects/resourceQuotas';
import { services } from './objects/services';
import { persistentVolumeClaims } from './objects/storage';
import { ResourceKind } from './types';

function resourcesOf(version: KubernetesVersion): readonly ResourceKind[] {
  const kinds = [
    namespaces,
    nodes,
    pods,
    services,
    events,
    configMaps,
    persistentVolumeClaims(version),
    deployments,
    replicaSets,
    statefulSets,
    jobs,
    cronJobs(version),
    ingresses,
    networkPolicies,
    resourceQuotas,
    autoscalers(version),
    externalSecrets,
    applications,
    // A cluster without the add-on, as there are some.
    ...(version === '1.20' ? [] : [certificates]),
    ...emptyKinds,
  ];
  return kinds.sort((a, b) => (a.plural < b.plural ? -1 : 1));
}

/** The kinds that a cluster of a version serves, by plural. */
export const RESOURCES: Record<KubernetesVersion, readonly ResourceKind[]> = {
  '1.20': resourcesOf('1.20'),
  '1.35': resourcesOf('1.35'),
};

/** The kind behind a path, if the cluster serves it. */
export function findResource(
  version: KubernetesVersion,
  named: { group: string; version: string; plural: string },
): ResourceKind | undefined {
  return RESOURCES[version].find(
    kind =>
      kind.group === named.group &&
      kind.version === named.version &&
      kind.plural === named.plural,
  );
}
