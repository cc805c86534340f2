import { Reply } from '../services/types';
import { allPodsOf } from './objects/pods';
import { ContainerStatus, Pod } from './objects/podTypes';
import { badRequest, notFound } from './status';
import { later, SECOND_MS } from './timestamps';
import { NamespaceView } from './views';

/** The last lines of a container that answers its probes, every so often. */
const PROBE_SECONDS = 10;
const LINES = 12;

/** Answers `pods/<name>/log`: a few plausible lines, or why there are none. */
export function answerLogs(
  view: NamespaceView | undefined,
  podName: string,
  query: URLSearchParams,
): Reply {
  const pod =
    view && allPodsOf(view).find(({ metadata }) => metadata.name === podName);
  if (!view || !pod) {
    return notFound('', 'pods', podName);
  }
  const names = [
    ...(pod.spec.initContainers ?? []),
    ...pod.spec.containers,
  ].map(({ name }) => name);
  const container = query.get('container') ?? pod.spec.containers[0].name;
  if (!names.includes(container)) {
    return badRequest(`container ${container} is not valid for pod ${podName}`);
  }
  const status = [
    ...(pod.status.initContainerStatuses ?? []),
    ...(pod.status.containerStatuses ?? []),
  ].find(({ name }) => name === container);
  const hindrance = whyNoLogs(status);
  return hindrance
    ? badRequest(
        `container "${container}" in pod "${podName}" is waiting to start: ${hindrance}`,
      )
    : textReply(linesOf(view, pod, status), query);
}

/** As kubelet words it (`kubernetes:pkg/kubelet/kubelet_pods.go`, `validateContainerLogStatus`). */
function whyNoLogs(status: ContainerStatus | undefined): string | undefined {
  if (!status) {
    return 'ContainerCreating';
  }
  const { waiting } = status.state;
  if (!waiting || status.lastState.terminated) {
    return undefined;
  }
  return waiting.reason === 'ImagePullBackOff'
    ? 'trying and failing to pull image'
    : waiting.reason;
}

function linesOf(
  view: NamespaceView,
  pod: Pod,
  status: ContainerStatus | undefined,
): string[] {
  const { terminated } = status?.state ?? {};
  const crashed = status?.lastState.terminated ?? terminated;
  if (crashed && crashed.exitCode !== 0) {
    return crashLines(crashed.reason, crashed.finishedAt);
  }
  if (terminated) {
    return [
      `${terminated.startedAt} starting ${status?.name}`,
      `${terminated.finishedAt} done`,
    ];
  }
  const { now } = view.cluster;
  const beat = now.getTime() - (now.getTime() % (PROBE_SECONDS * SECOND_MS));
  return Array.from({ length: LINES }, (_, index) => {
    const at = later(
      new Date(beat),
      (index + 1 - LINES) * PROBE_SECONDS * SECOND_MS,
    );
    return `${at.toISOString()} ${pod.status.hostIP} "GET /_status HTTP/1.1" ${
      status?.ready ? 200 : 500
    } "kube-probe/${view.cluster.version}"`;
  });
}

function crashLines(reason: string, at: string): string[] {
  return reason === 'OOMKilled'
    ? [`${at} worker started`, `${at} worker uses 498 MiB`]
    : [
        `${at} starting`,
        'Traceback (most recent call last):',
        '  File "/app/wsgi.py", line 4, in <module>',
        'RuntimeError: cannot read the configuration',
      ];
}

function textReply(lines: string[], query: URLSearchParams): Reply {
  const tail = Number(query.get('tailLines') ?? lines.length);
  const kept = tail > 0 ? lines.slice(-tail) : [];
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain' },
    body: kept.map(line => `${line}\n`).join(''),
  };
}
