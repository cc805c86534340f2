import { later, MINUTE_MS, SECOND_MS } from '../timestamps';
import { NamespaceView } from '../views';
import { Happening } from './Happening';
import { UNSCHEDULABLE } from './podStatus';
import { Pod } from './podTypes';
import { Workload } from './workloads';

type Reporter = Pick<Happening, 'object' | 'component' | 'host' | 'fieldPath'>;
type Times = Pick<Happening, 'at' | 'firstAt' | 'count'>;

/** What scheduler and kubelet report of a pod that is not ready since `troubleAt`. */
export function podHappenings(
  view: NamespaceView,
  workload: Workload,
  pod: Pod,
  troubleAt: Date,
): Happening[] {
  const times = (everyMs: number) =>
    repeated(troubleAt, view.cluster.now, everyMs);
  const { nodeName } = pod.spec;
  const kubelet: Reporter = {
    object: pod,
    component: 'kubelet',
    ...(nodeName ? { host: nodeName } : {}),
  };
  const main = {
    ...kubelet,
    fieldPath: `spec.containers{${workload.container}}`,
  };
  switch (workload.trouble) {
    case 'pending':
      return [unschedulable(pod, times(5 * MINUTE_MS))];
    case 'imagePull':
      return ofImagePull(workload, kubelet, times(15 * SECOND_MS));
    case 'unready':
      return [unhealthy(main, times(10 * SECOND_MS))];
    default:
      return ofCrashLoop(view, workload, pod, {
        ...main,
        ...times(15 * SECOND_MS),
      });
  }
}

function repeated(since: Date, now: Date, everyMs: number): Times {
  const sinceMs = now.getTime() - since.getTime();
  return {
    at: later(now, -(sinceMs % everyMs)),
    firstAt: since,
    count: Math.floor(sinceMs / everyMs) + 1,
  };
}

function unschedulable(object: Pod, times: Times): Happening {
  return {
    object,
    component: 'default-scheduler',
    type: 'Warning',
    reason: 'FailedScheduling',
    message: UNSCHEDULABLE,
    ...times,
  };
}

function unhealthy(reporter: Reporter, times: Times): Happening {
  return {
    ...reporter,
    ...times,
    type: 'Warning',
    reason: 'Unhealthy',
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 500',
  };
}

function ofImagePull(
  { image, container, initContainer }: Workload,
  kubelet: Reporter,
  times: Times,
): Happening[] {
  const reporter = {
    ...kubelet,
    fieldPath: initContainer
      ? `spec.initContainers{${initContainer}}`
      : `spec.containers{${container}}`,
    ...times,
  };
  const failed = [
    `Failed to pull image "${image}": rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
    'Error: ErrImagePull',
    'Error: ImagePullBackOff',
  ].map(
    (message): Happening => ({
      ...reporter,
      type: 'Warning',
      reason: 'Failed',
      message,
    }),
  );
  const backOff: Happening = {
    ...reporter,
    type: 'Normal',
    reason: 'BackOff',
    message: `Back-off pulling image "${image}"`,
  };
  return [backOff, ...failed];
}

function ofCrashLoop(
  { namespace }: NamespaceView,
  { image, container }: Workload,
  { metadata, status }: Pod,
  reporter: Reporter & Times,
): Happening[] {
  const [last] = status.containerStatuses ?? [];
  const finishedAt = last?.lastState.terminated?.finishedAt;
  const runs = [
    [
      'Pulled',
      `Successfully pulled image "${image}" in 412ms (412ms including waiting). Image size: 187654321 bytes.`,
    ],
    ['Created', `Created container: ${container}`],
    ['Started', `Started container ${container}`],
  ].map(
    ([reason, message]): Happening => ({
      ...reporter,
      type: 'Normal',
      at: finishedAt ? new Date(finishedAt) : reporter.at,
      count: last?.restartCount ?? 1,
      reason,
      message,
    }),
  );
  return [
    ...runs,
    {
      ...reporter,
      type: 'Warning',
      reason: 'BackOff',
      message: `Back-off restarting failed container ${container} in pod ${metadata.name}_${namespace}(${metadata.uid})`,
    },
  ];
}
