import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { describeOwnReason } from './describeOwnReason';
import { listContainers } from './listContainers';
import type { PodProblem } from './PodProblem';

/**
 * What is wrong with a pod that has failed for good, or whose node tells nothing of it any more; undefined when it is neither.
 * Kubelet gives its reason (`OutOfmemory`, `NodeAffinity`, `Terminated`, ...; `kubernetes:pkg/kubelet/lifecycle/predicate.go`),
 * and where it gives none a container does.
 */
export function findPodFailure(pod: KubernetesPod): PodProblem | undefined {
  const reason = describeOwnReason(pod);
  switch (pod.status?.phase) {
    case 'Failed':
      return {
        cause: 'pod-failed',
        clause: `has failed (${
          reason ?? describeEnd(pod) ?? 'nothing says why'
        })`,
      };
    case 'Unknown':
      return {
        cause: 'node-not-ready',
        clause: `is not known to run (${reason ?? 'its node does not tell'})`,
      };
    default:
      return undefined;
  }
}

/** `psql: Error, exit code 2`, of the first container that ended badly. */
function describeEnd(pod: KubernetesPod): string | undefined {
  return listContainers(pod).flatMap(({ container }) => {
    const { exitCode, reason } = container.state?.terminated ?? {};
    if (!exitCode) return [];
    return `${container.name}: ${
      reason ? `${reason}, ` : ''
    }exit code ${exitCode}`;
  })[0];
}
