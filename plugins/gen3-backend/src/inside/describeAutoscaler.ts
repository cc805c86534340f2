import type { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';

type Autoscaler = KubernetesObject<'horizontalpodautoscalers'>;
type Workload = WorkloadsResponse['workloads'][number];

/** Within which limits a workload is scaled by load, and what keeps it from that; undefined when nothing scales it. */
export function describeAutoscaler(
  autoscalers: Autoscaler[],
  workload: { kind: NonNullable<Workload['kind']>; name: string },
): Workload['autoscaler'] {
  const { spec, status } =
    autoscalers.find(({ spec: each }) => {
      const target = each?.scaleTargetRef;
      return target?.kind === workload.kind && target.name === workload.name;
    }) ?? {};
  if (spec?.maxReplicas === undefined) return undefined;
  return {
    // Kubernetes' own default.
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    problem: findProblem(status?.conditions ?? []),
  };
}

/** By the controller's conditions (`kubernetes:pkg/controller/podautoscaler/horizontal.go`); `autoscaling/v1` has none. */
function findProblem(
  conditions: NonNullable<Autoscaler['status']>['conditions'],
): string | undefined {
  const blind = conditions.find(
    ({ type, status }) =>
      ['AbleToScale', 'ScalingActive'].includes(type) && status === 'False',
  );
  // Somebody has scaled it to zero, and then nothing is to be scaled.
  if (blind && blind.reason !== 'ScalingDisabled') {
    return plainText(
      `does not work: ${boundedClause(blind.message ?? 'no reason given')}`,
    );
  }
  const isLimited = conditions.some(
    ({ type, status, reason }) =>
      type === 'ScalingLimited' &&
      status === 'True' &&
      reason === 'TooManyReplicas',
  );
  return isLimited ? 'is at its limit, and the load asks for more' : undefined;
}
