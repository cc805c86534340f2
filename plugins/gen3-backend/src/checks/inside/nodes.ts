import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
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
    findTroubleWithoutPods: findTotalFailure,
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
  const failure = findTotalFailure(nodes);
  if (failure) return failure;
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

/** That no node of the cluster is ready, whatever runs where; undefined when one is, or none is listed. */
function findTotalFailure(nodes: Node[]): Verdict | undefined {
  return nodes.length > 0 && !nodes.some(isReady)
    ? notReady('have failed: none of the cluster is ready')
    : undefined;
}

function notReady(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'node-not-ready', reason };
}

function isReady(node: Node): boolean {
  return conditionOf(node, 'Ready') === 'True';
}

function findTrouble(node: Node): string | undefined {
  if (!isReady(node)) return 'not ready';
  return PRESSURES.find(type => conditionOf(node, type) === 'True');
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

function conditionOf({ status }: Node, type: string): string | undefined {
  return status?.conditions.find(each => each.type === type)?.status;
}
