import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { conditionOf } from './conditionOf';
import { describeOwnReason } from './describeOwnReason';
import type { PodProblem } from './PodProblem';

/**
 * A pod whose node is not ready, as Kubernetes noted it on the pod. The node controller then turns the condition Ready to False and touches
 * nothing else (`kubernetes:pkg/controller/util/node/controller_utils.go`, `MarkPodsNotReady`): containers stay ready, and no reason is given.
 * Kubelet always gives one, also for a readiness gate (`kubernetes:pkg/kubelet/status/generate.go`). Old clusters write the reason
 * `NodeLost` when they throw its pods out.
 */
export function findLostNode(pod: KubernetesPod): PodProblem | undefined {
  const ready = conditionOf(pod, 'Ready');
  const isMarked =
    ready?.status === 'False' &&
    !ready.reason &&
    conditionOf(pod, 'ContainersReady')?.status === 'True';
  const isLost = pod.status?.reason === 'NodeLost';
  if (!isMarked && !isLost) return undefined;
  const why = isLost ? describeOwnReason(pod) : pod.spec?.nodeName;
  return {
    cause: 'node-not-ready',
    clause: `is on a node that is not ready${why ? ` (${why})` : ''}`,
  };
}
