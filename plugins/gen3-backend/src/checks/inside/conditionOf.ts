import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';

type Condition = NonNullable<KubernetesPod['status']>['conditions'][number];

/** What kubelet, the scheduler or a controller says of a pod or a node under this name; undefined when none does. */
export function conditionOf(
  { status }: { status?: { conditions: Condition[] } },
  type: string,
): Condition | undefined {
  return status?.conditions.find(condition => condition.type === type);
}
