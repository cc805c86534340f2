import { NamespaceView } from '../views';
import { createDeployment } from './deployments';
import { JobPlan, jobPlansOf } from './jobPlans';
import { historyOf } from './jobRuns';
import { Workload, workloadsOf } from './workloads';

/** Argo CD's words for the health of a resource. */
export type HealthStatus = 'Healthy' | 'Progressing' | 'Degraded';

/** One entry of `status.resources[]`. */
export interface ManagedResource {
  group?: string;
  version: string;
  kind: string;
  name: string;
  namespace: string;
  status: 'Synced' | 'OutOfSync';
  health?: { status: HealthStatus; message?: string };
}

/**
 * The resources of a commons as its Application lists them. Health as `argo-cd:gitops-engine/pkg/health` judges it: a Deployment whose
 * pods crash is progressing, and degraded once a rollout ran out of time; pods themselves are not looked at.
 */
export function managedResources(view: NamespaceView): ManagedResource[] {
  const isOutOfSync = view.faultOf('*').outOfSync === true;
  const manifest: ManagedResource = {
    version: 'v1',
    kind: 'ConfigMap',
    name: 'manifest-global',
    namespace: view.namespace,
    status: isOutOfSync ? 'OutOfSync' : 'Synced',
  };
  return [
    manifest,
    ...workloadsOf(view).map(workload =>
      ofDeployment(view, workload, isOutOfSync),
    ),
    ...jobPlansOf(view)
      .filter(({ kind }) => kind === 'Job')
      .map(plan => ofJob(view, plan)),
  ];
}

function ofDeployment(
  view: NamespaceView,
  workload: Workload,
  isOutOfSync: boolean,
): ManagedResource {
  const { name, service } = workload;
  return {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    name,
    namespace: view.namespace,
    // One is enough: somebody changed it by hand, or git has moved on.
    status: isOutOfSync && service.name === 'revproxy' ? 'OutOfSync' : 'Synced',
    health: healthOfDeployment(createDeployment(view, workload)),
  };
}

function ofJob(view: NamespaceView, plan: JobPlan): ManagedResource {
  const [run] = historyOf(view, plan).runs;
  return {
    group: 'batch',
    version: 'v1',
    kind: 'Job',
    name: plan.name,
    namespace: view.namespace,
    status: 'Synced',
    health: run?.hasFailed
      ? {
          status: 'Degraded',
          message: 'Job has reached the specified backoff limit',
        }
      : { status: 'Healthy' },
  };
}

/** As `argo-cd:gitops-engine/pkg/health/health_deployment.go`. */
function healthOfDeployment({
  spec,
  status: {
    conditions,
    replicas = 0,
    availableReplicas = 0,
    updatedReplicas = 0,
  },
}: ReturnType<typeof createDeployment>): ManagedResource['health'] {
  if (conditions.some(({ reason }) => reason === 'ProgressDeadlineExceeded')) {
    return {
      status: 'Degraded',
      message: 'Deployment exceeded its progress deadline',
    };
  }
  const missing = whatIsMissing();
  return missing
    ? {
        status: 'Progressing',
        message: `Waiting for rollout to finish: ${missing}...`,
      }
    : { status: 'Healthy' };

  function whatIsMissing(): string | undefined {
    if (updatedReplicas < spec.replicas) {
      return `${updatedReplicas} out of ${spec.replicas} new replicas have been updated`;
    }
    if (replicas > updatedReplicas) {
      return `${
        replicas - updatedReplicas
      } old replicas are pending termination`;
    }
    return availableReplicas < updatedReplicas
      ? `${availableReplicas} of ${updatedReplicas} updated replicas are available`
      : undefined;
  }
}

/** The worst health decides. */
export function worstHealth(resources: ManagedResource[]): HealthStatus {
  const found = resources.map(({ health }) => health?.status);
  if (found.includes('Degraded')) {
    return 'Degraded';
  }
  return found.includes('Progressing') ? 'Progressing' : 'Healthy';
}
