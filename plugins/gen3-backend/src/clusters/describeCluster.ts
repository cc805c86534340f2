import type { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ClusterFailure,
  KindReading,
  KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';
import type { ClusterAnswers } from './askCluster';
import { versionOfNodes } from './versionOfNodes';

type Failed = Extract<KindReading<unknown>, { state: 'failed' }>;
type Readings = ClusterAnswers['readings'];

/** What only a cluster that answers can say. */
const ANSWERS: readonly ClusterFailure[] = ['forbidden', 'not-served'];

/** The cluster was not asked, or not long enough: nobody knows whether it would have answered. */
const NOT_ASKED: readonly ClusterFailure[] = [
  'no-kubernetes-plugin',
  'unknown-cluster',
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
  | 'nodes'
  | 'latencyMs'
  | 'readAt'
  | 'notReadable'
> {
  const { nodes, readings, latencyMs } = answers;
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
    latencyMs,
    readAt: oldestOf(answered),
    notReadable: readings.flatMap(({ kind, reading }) =>
      reading.state === 'failed'
        ? [
            {
              kind,
              state:
                reading.failure === 'not-served'
                  ? ('not-served' as const)
                  : ('failed' as const),
              reason: reasonOf(reading),
            },
          ]
        : [],
    ),
  };
}

function isAnswer(reading: KindReading<unknown>): boolean {
  return reading.state === 'read' || ANSWERS.includes(reading.failure);
}

function isSilence(reading: KindReading<unknown>): boolean {
  return reading.state === 'failed' && SILENCE.includes(reading.failure);
}

function describeSilence(readings: Readings) {
  const failures = readings.flatMap(({ reading }) =>
    reading.state === 'failed' ? [reading] : [],
  );
  // One list that failed by itself says more than others that were given up.
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
    ? 'gave no answer in the time that this list waits'
    : plainText(detail);
}

function describeNodes(nodes: KubernetesObject<'nodes'>[]) {
  const ready = nodes.filter(({ status }) =>
    status?.conditions?.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ),
  );
  return {
    version: versionOfNodes(nodes),
    nodes: { ready: ready.length, total: nodes.length },
  };
}

/** ISO 8601 UTC of one length sorts as time does. */
function oldestOf(readings: Readings): string {
  return readings
    .map(({ reading }) => reading.readAt)
    .reduce((oldest, at) => (at < oldest ? at : oldest));
}

function newestOf(readings: Readings): string {
  return readings
    .map(({ reading }) => reading.readAt)
    .reduce((newest, at) => (at > newest ? at : newest));
}
