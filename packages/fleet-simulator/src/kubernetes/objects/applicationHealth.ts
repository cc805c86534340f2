import { NamespaceView, registeredServices } from '../views';
import { createDeployment } from './deployments';
import { JobPlan, jobPlansOf } from './jobPlans';
import { JobRun } from './jobRun';
import { historyOf } from './jobRuns';
import { deploymentNames, Workload, workloadsOf } from './workloads';

/** Argo CD's words for the health of a resource. */
export type HealthStatus = 'Healthy' | 'Progressing' | 'Missing' | 'Degraded';

/** One entry of `status.resources[]`. */
export interface ManagedResource {
  group?: string;
  version: string;
  kind: string;
  name: string;
  namespace: string;
  status: 'Synced' | 'OutOfSync';
  health?: { status: HealthStatus; message?: string };
  /** Git does not declare it any more. */
  requiresPruning?: true;
}

/**
 * The resources of a commons as its Application lists them. Health as `argo-cd:gitops-engine/pkg/health` judges it: a Deployment whose
 * pods crash is progressing, and degraded once a rollout ran out of time; pods themselves are not looked at.
 */
export function managedResources(view: NamespaceView): ManagedResource[] {
  const { namespace } = view;
  const isOutOfSync = view.faultOf('*').outOfSync === true;
  const isApplied = view.sync.operations.every(
    ({ startedAt }) => startedAt <= view.cluster.now,
  );
  return [
    {
      version: 'v1',
      kind: 'ConfigMap',
      name: 'manifest-global',
      namespace,
      status: isOutOfSync || !isApplied ? 'OutOfSync' : 'Synced',
    },
    ...workloadsOf(view).map(workload =>
      ofDeployment(view, workload, isOutOfSync),
    ),
    ...missingDeployments(view),
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
  const { service } = workload;
  const { services } = view.declared;
  const isDeclared = services.has(service.name);
  const isAsDeclared =
    isDeclared &&
    services.get(service.name) === view.commons.services.get(service.name);
  // One is enough: somebody changed it by hand, or git has moved on.
  const isChanged = isOutOfSync && service.name === 'revproxy';
  return {
    ...deployment(view, workload.name),
    status: isAsDeclared && !isChanged ? 'Synced' : 'OutOfSync',
    health: healthOfDeployment(createDeployment(view, workload)),
    ...(isDeclared ? {} : { requiresPruning: true }),
  };
}

/** What git declares, and Argo CD has not come to. */
function missingDeployments(view: NamespaceView): ManagedResource[] {
  const { services } = view.commons;
  return registeredServices(view.declared)
    .filter(({ name }) => !services.has(name))
    .flatMap(service => deploymentNames(view, service))
    .map(name => ({
      ...deployment(view, name),
      status: 'OutOfSync',
      health: { status: 'Missing' },
    }));
}

function deployment(
  { namespace }: NamespaceView,
  name: string,
): Pick<ManagedResource, 'group' | 'version' | 'kind' | 'name' | 'namespace'> {
  return { group: 'apps', version: 'v1', kind: 'Deployment', name, namespace };
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
    health: healthOfJob(run),
  };
}

function healthOfJob(run: JobRun | undefined): ManagedResource['health'] {
  if (run?.hasFailed) {
    return {
      status: 'Degraded',
      message: 'Job has reached the specified backoff limit',
    };
  }
  return { status: run && !run.finishedAt ? 'Progressing' : 'Healthy' };
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

/** From bad to good (`argo-cd:gitops-engine/pkg/health/health.go`, `healthOrder`). */
const WORST_FIRST: HealthStatus[] = ['Degraded', 'Missing', 'Progressing'];

/** The worst health decides. */
export function worstHealth(resources: ManagedResource[]): HealthStatus {
  const found = resources.map(({ health }) => health?.status);
  return WORST_FIRST.find(status => found.includes(status)) ?? 'Healthy';
}
