import {
  type Cause,
  type CheckState,
  type CommonsHealthResponse,
  KUBERNETES_ANNOTATIONS,
  type KubernetesPlacement,
  newestAsked,
  readCheck,
  type ReadingTime,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type Layer = CommonsHealthResponse['layers'][number];

/** Causes of what ought to be seen inside and is not; there may well be no Argo CD. */
const UNSEEN: readonly Cause[] = [
  'not-readable',
  'cluster-unreachable',
  'timeout',
  'cancelled',
  'never-asked',
  'argocd-silent',
];

/** What the cluster of a commons tells and how old that is, or what keeps it from telling and since when. */
export function describeInside(commons: {
  probing: 'on' | 'off';
  source?: string;
  kubernetes?: KubernetesPlacement;
  /** Of a commons whose namespace nobody names, too. */
  cluster?: string;
  /** Name of its cluster's entity, also where Backstage does not know the cluster. */
  declaredCluster?: string;
  /** Of the checks of the inside. */
  states: CheckState[];
  time: ReadingTime;
}): Layer {
  const { kubernetes, probing, states, time } = commons;
  if (!kubernetes) {
    return { id: 'inside', state: 'missing', hint: howToPlace(commons) };
  }
  const { cluster, namespace } = kubernetes;
  const where = `cluster ${cluster}, namespace ${namespace}`;
  if (probing === 'off') {
    return {
      id: 'inside',
      state: 'off',
      hint: `Its workloads (${where}) are looked at where probing is on`,
    };
  }
  return { id: 'inside', where, ...readStates(states, time) };
}

/** What to do about a commons that nobody can look into; the key or the annotation depends on who declares it. */
function howToPlace(commons: {
  source?: string;
  cluster?: string;
  declaredCluster?: string;
}): string {
  const { source, cluster, declaredCluster } = commons;
  const annotations = KUBERNETES_ANNOTATIONS;
  if (cluster !== undefined) {
    const missing = `No namespace is named in cluster "${cluster}".`;
    return source === undefined
      ? `${missing} Set the annotation ${annotations.namespace}`
      : `${missing} Set it in source "${source}": "spec.destination.namespace" of the Application, or "namespace" of the commons in a static source`;
  }
  const missing =
    declaredCluster === undefined
      ? 'No cluster connected. Add its cluster to "kubernetes.clusterLocatorMethods"'
      : `No cluster connected: the portal cannot match "${declaredCluster}" with any in "kubernetes.clusterLocatorMethods". Add it there`;
  if (source === undefined) {
    return `${missing}, and set the annotations ${annotations.cluster} and ${annotations.namespace}`;
  }
  return declaredCluster === undefined
    ? `${missing}, and have source "${source}" name the cluster, with the namespace`
    : `${missing} under that name, or map it in "clusters" of source "${source}"`;
}

/** A check that got no answer for long tells nothing, however good its last one was. */
function readStates(
  states: CheckState[],
  time: ReadingTime,
): Pick<Layer, 'state' | 'at' | 'since' | 'hint'> {
  if (states.length === 0) {
    return { state: 'failing', hint: 'nothing was asked there yet' };
  }
  const read = states.map(state => ({ state, why: whyUnseen(state, time) }));
  const unseen = read.filter(({ why }) => why !== undefined);
  const told = read
    .filter(({ why }) => why === undefined)
    .map(({ state }) => state.last);
  const hint = unseen[0]?.why;
  return unseen.length > 0 && told.every(isUnknown)
    ? {
        state: 'failing',
        since: beginOf(unseen.map(({ state }) => state)),
        hint,
      }
    : { state: 'connected', at: newestAsked(told), hint };
}

/** Why a check tells nothing now; undefined when it tells something. */
function whyUnseen(state: CheckState, time: ReadingTime): string | undefined {
  const { cause, reason } = readCheck(state, time);
  if (cause === 'stale') return reason;
  const { last } = state;
  if (!isUnknown(last) || !UNSEEN.includes(last.cause)) return undefined;
  return last.cause === 'argocd-silent'
    ? `Argo CD ${last.reason}`
    : last.reason;
}

function isUnknown({ outcome }: CheckState['last']): boolean {
  return outcome === 'unknown';
}

/** Since when nothing is known any more. */
function beginOf(unseen: CheckState[]): string | undefined {
  return unseen
    .map(({ outcome, since, last }) =>
      outcome === 'unknown' ? since : last.checkedAt,
    )
    .sort()[0];
}
