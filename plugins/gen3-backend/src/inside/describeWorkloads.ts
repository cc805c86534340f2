import {
  type KubernetesPlacement,
  type ServiceRegistry,
  tagOfImage,
  type WorkloadsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  itemsOf,
  type KindReading,
  type KubernetesObject,
  type KubernetesPod,
  type KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findEmptyPlace } from '../checks/inside/findEmptyPlace';
import { isPodOver } from '../checks/inside/isPodOver';
import type { RecentRestarts } from '../checks/inside/findRestarting';
import { judgeWorkload } from '../checks/inside/judgeWorkload';
import { listContainers } from '../checks/inside/listContainers';
import { selectsPod } from '../checks/inside/selectsPod';
import { describeAutoscaler } from './describeAutoscaler';
import { describeEvents } from './describeEvents';
import { byAttention, describeVerdict } from './describeVerdict';

type Workload = WorkloadsResponse['workloads'][number];

/** What the namespace of a commons was read to hold. */
export interface WorkloadReadings {
  deployments: KindReading<KubernetesWorkload>;
  statefulsets: KindReading<KubernetesWorkload>;
  pods: KindReading<KubernetesPod>;
  horizontalpodautoscalers: KindReading<
    KubernetesObject<'horizontalpodautoscalers'>
  >;
  events: KindReading<KubernetesObject<'events'>>;
}

interface Found {
  name: string;
  kind?: Workload['kind'];
  workload?: KubernetesWorkload;
}

/**
 * All workloads of the namespace, and those that a declared service lacks. A workload is only missing where Deployments and
 * StatefulSets could both be read.
 */
export function describeWorkloads(input: {
  /** Services that the commons declares. */
  services: string[];
  registry: ServiceRegistry;
  place: KubernetesPlacement;
  readings: WorkloadReadings;
  /** What the catalog knows of services, the tag that git declares among it. */
  entities: ReadonlyMap<string, { imageTag?: string }>;
  /** @defaultValue nothing was seen */
  recentRestarts?: RecentRestarts;
  /** Milliseconds since the epoch. */
  now: number;
}): Workload[] {
  const { services, registry, place, readings, entities } = input;
  const { recentRestarts, now } = input;
  const serviceOf = new Map(
    registry
      .all()
      .flatMap(({ name, deployments }) =>
        deployments.map(deployment => [deployment, name] as const),
      ),
  );
  const found = listFound(readings);
  const missing = isWhole(readings)
    ? listMissing(found, { services, registry })
    : [];
  const { deployments, statefulsets, pods } = readings;
  const about = {
    emptyPlace: findEmptyPlace(place, [deployments, statefulsets, pods]),
    pods: pods.state === 'read' ? pods.items : undefined,
    autoscalers: itemsOf(readings.horizontalpodautoscalers),
    events: itemsOf(readings.events),
    recentRestarts,
    now,
  };
  return [...found, ...missing]
    .map(each => {
      const service = serviceOf.get(each.name);
      return describeOne(each, {
        ...about,
        service,
        declared: service !== undefined && services.includes(service),
        declaredTag: service && entities.get(service)?.imageTag,
      });
    })
    .sort(byAttention);
}

function listFound({ deployments, statefulsets }: WorkloadReadings): Found[] {
  const of = (kind: Workload['kind'], items: KubernetesWorkload[]) =>
    items.map(workload => ({ name: workload.metadata.name, kind, workload }));
  return [
    ...of('Deployment', itemsOf(deployments)),
    ...of('StatefulSet', itemsOf(statefulsets)),
  ];
}

function isWhole({ deployments, statefulsets }: WorkloadReadings): boolean {
  return deployments.state === 'read' && statefulsets.state === 'read';
}

function listMissing(
  found: Found[],
  declared: { services: string[]; registry: ServiceRegistry },
): Found[] {
  const present = new Set(found.map(({ name }) => name));
  return declared.services
    .flatMap(service => declared.registry.get(service)?.deployments ?? [])
    .filter(name => !present.has(name))
    .map(name => ({ name }));
}

function describeOne(
  { name, kind, workload }: Found,
  about: {
    service?: string;
    declared: boolean;
    declaredTag?: string;
    emptyPlace: KubernetesPlacement | undefined;
    pods: KubernetesPod[] | undefined;
    autoscalers: KubernetesObject<'horizontalpodautoscalers'>[];
    events: KubernetesObject<'events'>[];
    recentRestarts?: RecentRestarts;
    now: number;
  },
): Workload {
  const { service, declared, declaredTag, emptyPlace } = about;
  const pods = workload
    ? about.pods?.filter(pod => selectsPod(workload, pod))
    : undefined;
  const verdict = judgeWorkload({
    name,
    workload,
    emptyPlace,
    pods,
    recentRestarts: about.recentRestarts,
    now: about.now,
  });
  return {
    name,
    kind,
    service,
    declared,
    ...describeVerdict(verdict, service ?? name),
    replicas: workload && {
      ready: workload.status?.readyReplicas ?? 0,
      wanted: workload.spec?.replicas ?? 1,
    },
    autoscaler: kind && describeAutoscaler(about.autoscalers, { kind, name }),
    runningTags: listTags(workload, pods),
    declaredTag,
    restarts: pods && countRestarts(pods),
    createdAt: toOptionalInstant(workload?.metadata.creationTimestamp),
    events: describeEvents(about.events, { name, pods: pods ?? [] }),
  };
}

/**
 * Tags of the first container, which is the service itself; others are helpers such as a proxy. Pods that are over run no tag: they stay
 * from before a rollout until somebody cleans up.
 */
function listTags(
  workload: KubernetesWorkload | undefined,
  pods: KubernetesPod[] | undefined,
): string[] {
  const main = workload?.spec?.template?.spec?.containers[0];
  const images = pods
    ?.filter(pod => !isPodOver(pod))
    .flatMap(
      pod =>
        pod.status?.containerStatuses.find(
          container => !main || container.name === main.name,
        )?.image ?? [],
    );
  const shown = images?.length ? images : [main?.image ?? ''];
  return [...new Set(shown.flatMap(image => tagOfImage(image) ?? []))].sort();
}

/** Init containers count: a migration that fails begins anew again and again, and nothing else of its pod does. */
function countRestarts(pods: KubernetesPod[]): number {
  return pods
    .flatMap(listContainers)
    .reduce((sum, { container }) => sum + (container.restartCount ?? 0), 0);
}

/** As the contract writes instants, whatever the cluster writes. */
function toOptionalInstant(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
