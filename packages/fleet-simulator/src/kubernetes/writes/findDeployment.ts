import { createDeployment, Deployment } from '../objects/deployments';
import { workloadsOf } from '../objects/workloads';
import { NamespaceView } from '../views';

/** A Deployment of a commons by its name. */
export function findDeployment(
  view: NamespaceView,
  name: string,
): Deployment | undefined {
  const workload = workloadsOf(view).find(one => one.name === name);
  return workload && createDeployment(view, workload);
}
