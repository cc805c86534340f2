import type { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterFailure,
  KindReading,
  KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';
import type { ClusterAnswers, ClusterReading } from './askCluster';
import { versionOfNodes } from './versionOfNodes';

type Failed = Extract<KindReading<unknown>, { state: 'failed' }>;

/** What only a cluster that answers can say. */
const ANSWERS: readonly ClusterFailure[] = ['forbidden', 'not-served'];

/** The cluster was not asked, or not long enough: nobody knows whether it would have answered. */
const NOT_ASKED: readonly ClusterFailure[] = [
  'no-kubernetes-plugin',
  'unknown-cluster',
  'no-place',
  'cancelled',
];

/** Failures of the whole cluster, whatever was asked of it. */
const SILENCE: readonly ClusterFailure[] = [
  'timeout',
  'unreachable',
  'tls',
  'unauthorized',
];

/** What answers of a cluster say of it. Pure. */
export function describeCluster(
  answers: ClusterAnswers,
): Pick<
  ClusterRow,
  | 'reachability'
  | 'reason'
  | 'version'
  | 'versionOf'
  | 'nodes'
  | 'latencyMs'
  | 'readAt'
  | 'notReadable'
> {
  const { version, nodes, readings } = answers;
  const answered = readings.filter(each => isAnswer(each.reading));
  const silent = readings.filter(({ reading }) => isSilence(reading));
  // Readings are shared for a while: an answer of before says nothing of a cluster that is silent now.
  if (
    answered.length === 0 ||
    (silent.length > 0 && newestOf(silent) > newestOf(answered))
  ) {
    return describeSilence(silent.length > 0 ? silent : readings);
  }
  return {
    reachability: 'reachable',
    ...(nodes.state === 'read' ? describeNodes(nodes.items) : {}),
    ...(version.state === 'read' ? describeVersion(version) : {}),
    readAt: oldestOf(answered),
    notReadable: readings.flatMap(describeUnread),
  };
}

function isAnswer(reading: ClusterReading['reading']): boolean {
  return reading.state === 'read' || ANSWERS.includes(reading.failure);
}

function isSilence(reading: ClusterReading['reading']): boolean {
  return reading.state === 'failed' && SILENCE.includes(reading.failure);
}

function describeSilence(readings: ClusterReading[]) {
  const failures = readings.flatMap(({ reading }) =>
    reading.state === 'failed' ? [reading] : [],
  );
  // One request that failed by itself says more than others that were given up.
  const [telling = failures[0]] = failures.filter(
    ({ failure }) => failure !== 'cancelled',
  );
  const reachability: ClusterRow['reachability'] = NOT_ASKED.includes(
    telling.failure,
  )
    ? 'unknown'
    : 'unreachable';
  return {
    reachability,
    reason: reasonOf(telling),
    readAt: telling.readAt,
    notReadable: [],
  };
}

function reasonOf({ failure, detail }: Failed): string {
  return failure === 'cancelled'
    ? 'gave no answer in the time that this page waits'
    : plainText(detail);
}

function describeUnread({
  kind,
  reading,
}: ClusterReading): ClusterRow['notReadable'] {
  if (reading.state === 'read') return [];
  // Every API server says its version: that is no add-on.
  const isAbsent = reading.failure === 'not-served' && kind !== 'version';
  const state = isAbsent ? 'not-served' : 'failed';
  return [{ kind, state, reason: reasonOf(reading) }];
}

function describeVersion(
  reading: Extract<ClusterAnswers['version'], { state: 'read' }>,
) {
  const { version, latencyMs } = reading;
  return { version, versionOf: 'api-server' as const, latencyMs };
}

function describeNodes(nodes: KubernetesObject<'nodes'>[]) {
  const ready = nodes.filter(({ status }) =>
    status?.conditions?.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ),
  );
  const version = versionOfNodes(nodes);
  return {
    ...(version && { version, versionOf: 'kubelets' as const }),
    nodes: { ready: ready.length, total: nodes.length },
  };
}

/** ISO 8601 UTC of one length sorts as time does. */
function oldestOf(readings: ClusterReading[]): string {
  return readings
    .map(({ reading }) => reading.readAt)
    .reduce((oldest, at) => (at < oldest ? at : oldest));
}

function newestOf(readings: ClusterReading[]): string {
  return readings
    .map(({ reading }) => reading.readAt)
    .reduce((newest, at) => (at > newest ? at : newest));
}
