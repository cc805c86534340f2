import { DAY_MS, later } from './timestamps';
import { usuallyDeployedAt, usuallyInstalledAt } from './usualAges';
import { ClusterView, NamespaceView } from './views';

/** When a cluster was made: hundreds of days before the simulator started. */
export function clusterCreatedAt({ facts, startedAt }: ClusterView): Date {
  return later(startedAt, -facts.number('created', 200, 700) * DAY_MS);
}

/** When a commons came into its namespace: long ago, or when Argo CD began to bring it up. */
export function installedAt({ facts, cluster, sync }: NamespaceView): Date {
  return sync.installedAt ?? usuallyInstalledAt(facts, cluster.startedAt);
}

/** When Argo CD began to roll out what runs now. */
export function deployedAt({ facts, cluster, sync }: NamespaceView): Date {
  const operation = sync.operations.findLast(
    ({ startedAt }) => startedAt <= cluster.now,
  );
  return (
    operation?.startedAt ??
    sync.installedAt ??
    usuallyDeployedAt(facts, cluster.startedAt)
  );
}
