import { countPods } from '../rollouts/countPods';
import { isEnding, isPresent } from '../rollouts/podLife';
import { PodLife, Revision } from '../rollouts/types';
import { later, SECOND_MS } from '../timestamps';
import { NamespaceView } from '../views';
import { createDeployment } from './deployments';
import { Happening } from './Happening';
import { podName } from './podName';
import { podStartup } from './podStartup';
import { Pod } from './podTypes';
import { createReplicaSet } from './replicaSets';
import { podsOf } from './servicePods';
import { Workload } from './workloads';

/** What controllers, scheduler and kubelet reported of a Deployment whose pods came or went after `oldest`. */
export function rolloutHappenings(
  view: NamespaceView,
  workload: Workload,
  oldest: Date,
): Happening[] {
  const { now } = view.cluster;
  const { pods, revisions } = workload.rollout;
  const isRecent = (time: Date | undefined) =>
    time !== undefined && time >= oldest && time <= now;
  const recent = pods.filter(
    ({ createdAt, endsAt }) => isRecent(createdAt) || isRecent(endsAt),
  );
  if (recent.length === 0) {
    return [];
  }
  const byHash = new Map(revisions.map(one => [one.template.hash, one]));
  const objects = new Map(
    podsOf(view, workload).map(pod => [pod.metadata.name, pod]),
  );
  return [
    ...[...byHash.values()].flatMap(revision =>
      ofReplicaSet(view, workload, revision, recent),
    ),
    ...recent
      .filter(life => isPresent(life, now) || isEnding(life, now))
      .flatMap(life => {
        const pod = objects.get(podName(view, workload.name, life));
        return pod ? ofPod(workload, life, pod) : [];
      }),
  ];
}

function ofReplicaSet(
  view: NamespaceView,
  workload: Workload,
  revision: Revision,
  recent: PodLife[],
): Happening[] {
  const { template } = revision;
  const own = recent.filter(life => life.template.hash === template.hash);
  const times = own.flatMap(({ createdAt, endsAt }) => [
    createdAt,
    ...(endsAt ? [endsAt] : []),
  ]);
  const replicaSet = createReplicaSet(view, workload, revision);
  const count = (time: Date) =>
    countPods(workload.rollout, time, template).present;
  const scalings = [...new Set(times.map(time => time.getTime()))].flatMap(
    milliseconds => {
      const at = new Date(milliseconds);
      const [from, to] = [count(later(at, -1)), count(at)];
      const word = to > from ? 'up' : 'down';
      return from === to
        ? []
        : [
            normal(
              createDeployment(view, workload),
              'deployment-controller',
              'ScalingReplicaSet',
              `Scaled ${word} replica set ${replicaSet.metadata.name} from ${from} to ${to}`,
              at,
            ),
          ];
    },
  );
  const ofPods = own.flatMap(life => {
    const name = podName(view, workload.name, life);
    const report = (reason: string, message: string, at: Date) =>
      normal(replicaSet, 'replicaset-controller', reason, message, at);
    return [
      report('SuccessfulCreate', `Created pod: ${name}`, life.createdAt),
      ...(life.endsAt
        ? [report('SuccessfulDelete', `Deleted pod: ${name}`, life.endsAt)]
        : []),
    ];
  });
  return [...scalings, ...ofPods];
}

/** Of one that does not get ready all but its place is reported with its trouble. */
function ofPod(
  { container, trouble }: Workload,
  { createdAt, readyAt, endsAt, template }: PodLife,
  pod: Pod,
): Happening[] {
  const { startedAt } = podStartup(createdAt, readyAt);
  const { nodeName } = pod.spec;
  const kubelet = (reason: string, message: string, at: Date): Happening => ({
    ...normal(pod, 'kubelet', reason, message, at),
    ...(nodeName ? { host: nodeName } : {}),
    fieldPath: `spec.containers{${container}}`,
  });
  const place = `${pod.metadata.namespace}/${pod.metadata.name}`;
  const scheduled = normal(
    pod,
    'default-scheduler',
    'Scheduled',
    `Successfully assigned ${place} to ${nodeName}`,
    createdAt,
  );
  return [
    ...(nodeName ? [scheduled] : []),
    ...(readyAt || !trouble
      ? [
          kubelet(
            'Pulled',
            `Container image "${template.image}" already present on machine`,
            later(startedAt, -SECOND_MS),
          ),
          kubelet('Created', `Created container: ${container}`, startedAt),
          kubelet('Started', `Started container ${container}`, startedAt),
        ]
      : []),
    ...(endsAt
      ? [kubelet('Killing', `Stopping container ${container}`, endsAt)]
      : []),
  ];
}

function normal(
  object: Happening['object'],
  component: string,
  reason: string,
  message: string,
  at: Date,
): Happening {
  return { object, component, type: 'Normal', reason, message, at };
}
