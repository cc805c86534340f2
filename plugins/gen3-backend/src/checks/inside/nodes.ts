import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { conditionOf } from './conditionOf';
import { createKindAndPodsCheck } from './createKindCheck';
import type { PlaceOptions } from './createPlaceCheck';
import { listNames } from './listNames';
import { isOverdue } from './patience';

type Node = KubernetesObject<'nodes'>;

/** Conditions of a node that keep pods from it, or throw them out. */
const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** The nodes that the pods of the commons run on are well, and at least one of the cluster is. */
export function createNodesCheck(options: PlaceOptions): Check {
  return createKindAndPodsCheck({
    ...options,
    name: 'nodes',
    kind: 'nodes',
    at: { cluster: options.place.cluster },
    judge: (nodes, pods) => judgeNodes({ nodes, pods, now: options.now() }),
  });
}

/**
 * Judges the nodes that pods of the commons are on by what they say of themselves; a node of other commons only is not this
 * one's matter, unless none of the cluster is ready.
 *
 * Reasons are clauses that follow "Nodes".
 *
 * @param input - `now` is in milliseconds since the epoch.
 */
export function judgeNodes(input: {
  nodes: Node[];
  pods: KubernetesPod[];
  now: number;
}): Verdict {
  const { nodes, pods, now } = input;
  if (nodes.length === 0) {
    return {
      outcome: 'unknown',
      cause: 'not-visible',
      reason: 'cannot be judged: the cluster lists none',
    };
  }
  if (!nodes.some(isReady)) {
    return notReady('have failed: none of the cluster is ready');
  }
  const known = new Map(nodes.map(node => [node.metadata.name, node]));
  const bad = [...new Set(pods.flatMap(({ spec }) => spec?.nodeName ?? []))]
    .sort()
    .flatMap(name => {
      const node = known.get(name);
      const trouble = node ? findTrouble(node) : findLoss(name, pods, now);
      return trouble ? [`${name} (${trouble})`] : [];
    });
  return bad.length > 0
    ? notReady(`of this commons are not well: ${listNames(bad)}`)
    : { outcome: 'up', cause: 'ok', reason: 'of this commons are well' };
}

function notReady(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'node-not-ready', reason };
}

function isReady(node: Node): boolean {
  return conditionOf(node, 'Ready')?.status === 'True';
}

function findTrouble(node: Node): string | undefined {
  if (!isReady(node)) return 'not ready';
  return PRESSURES.find(type => conditionOf(node, type)?.status === 'True');
}

/** A new node may be younger than the list of nodes; Kubernetes removes pods of one that is gone, unless it cannot. */
function findLoss(
  name: string,
  pods: KubernetesPod[],
  now: number,
): string | undefined {
  const isOld = pods.some(
    ({ spec, metadata }) =>
      spec?.nodeName === name && isOverdue(metadata.creationTimestamp, now),
  );
  return isOld ? 'gone' : undefined;
}
