import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Phases of an operation that goes on (`argo-cd:gitops-engine/pkg/sync/common/types.go`). */
const RUNNING_PHASES = ['Running', 'Terminating'];

/** Whether Argo CD applies what git says now, or waits to try it again. */
export function isSyncRunning(
  status: KubernetesApplication['status'],
): boolean {
  return RUNNING_PHASES.includes(status?.operationState?.phase ?? '');
}
