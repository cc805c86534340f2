import {
  type Cause,
  type CheckState,
  type CommonsHealthResponse,
  type HealthLayer,
  KUBERNETES_ANNOTATIONS,
  type KubernetesPlacement,
  layerOf,
  newestAsked,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type Layer = CommonsHealthResponse['layers'][number];

/** Causes of what ought to be seen inside and is not; there may well be no Argo CD. */
const UNSEEN: readonly Cause[] = ['not-readable', 'cluster-unreachable'];

/** Which layers tell about a commons, what keeps one from telling, and how to connect those that are missing. */
export function describeLayers(commons: {
  probing: 'on' | 'off';
  source?: string;
  kubernetes?: KubernetesPlacement;
  /** Of a commons whose namespace nobody names, too. */
  cluster?: string;
  states: CheckState[];
}): Layer[] {
  return [outside(commons), inside(commons), git(commons.source)];
}

function outside(commons: {
  probing: 'on' | 'off';
  states: CheckState[];
}): Layer {
  return commons.probing === 'on'
    ? {
        id: 'outside',
        state: 'connected',
        at: newestOf(statesOf(commons.states, 'outside')),
      }
    : {
        id: 'outside',
        state: 'off',
        hint: 'To ask this commons over HTTPS, set "probing: on" at its source, or the annotation gen3.org/probing of one written by hand',
      };
}

function inside(commons: {
  probing: 'on' | 'off';
  kubernetes?: KubernetesPlacement;
  cluster?: string;
  states: CheckState[];
}): Layer {
  const { kubernetes, probing, states } = commons;
  if (!kubernetes && commons.cluster !== undefined) {
    return {
      id: 'inside',
      state: 'missing',
      hint: `No namespace is named in cluster "${commons.cluster}". Set "namespace" of the commons in its source, or the annotation ${KUBERNETES_ANNOTATIONS.namespace} of one written by hand`,
    };
  }
  if (!kubernetes) {
    return {
      id: 'inside',
      state: 'missing',
      hint: 'No cluster connected. Add its cluster to "kubernetes.clusterLocatorMethods", under the name that the folder or Application gives it, or map the name in "clusters" of the source',
    };
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
  const found = statesOf(states, 'inside');
  const seen = found.filter(({ last }) => last.outcome !== 'unknown');
  const unseen = found.filter(({ last }) => UNSEEN.includes(last.cause));
  const hint = unseen[0]?.last.reason;
  return unseen.length > 0 && seen.length === 0
    ? { id: 'inside', state: 'failing', since: beginOf(unseen), where, hint }
    : { id: 'inside', state: 'connected', at: newestOf(seen), where, hint };
}

/** Since when nothing is known any more. */
function beginOf(unseen: CheckState[]): string | undefined {
  return unseen
    .map(({ outcome, since, last }) =>
      outcome === 'unknown' ? since : last.checkedAt,
    )
    .sort()[0];
}

function statesOf(states: CheckState[], layer: HealthLayer): CheckState[] {
  return states.filter(({ checkId }) => layerOf(checkId) === layer);
}

function newestOf(states: CheckState[]): string | undefined {
  return newestAsked(states.map(({ last }) => last));
}

function git(source: string | undefined): Layer {
  return source === undefined
    ? {
        id: 'git',
        state: 'missing',
        hint: 'No source declares this commons; add one under "catalog.providers.gen3"',
      }
    : { id: 'git', state: 'connected' };
}
