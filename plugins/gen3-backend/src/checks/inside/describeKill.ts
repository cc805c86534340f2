import type { ContainerEnd, ContainerStatus } from './ContainerStatus';
import type { PodProblem } from './PodProblem';

/** Exit codes of a process that SIGKILL or SIGTERM ended: 128 and the number of the signal. */
const SIGNAL_CODES = [137, 143];

/**
 * What ended a container from outside; undefined when it ended by itself. Nothing in a pod says that a probe failed, but kubelet ends
 * a container in this way when its liveness or startup probe does (`kubernetes:pkg/kubelet/kuberuntime/kuberuntime_container.go`).
 */
export function describeKill(
  container: ContainerStatus,
  end: ContainerEnd | undefined,
): PodProblem | undefined {
  const times = describeRestarts(container);
  if (end?.reason === 'OOMKilled') {
    return {
      cause: 'out-of-memory',
      clause: `takes more memory than its limit (${container.name}, ${times})`,
    };
  }
  return end?.exitCode !== undefined && SIGNAL_CODES.includes(end.exitCode)
    ? {
        cause: 'killed',
        clause: `was killed, as kubelet does when its liveness or startup probe fails (exit code ${end.exitCode}, ${times})`,
      }
    : undefined;
}

/** How often a container began anew, in words. */
export function describeRestarts({
  restartCount = 0,
}: ContainerStatus): string {
  return `${restartCount} ${restartCount === 1 ? 'restart' : 'restarts'}`;
}
