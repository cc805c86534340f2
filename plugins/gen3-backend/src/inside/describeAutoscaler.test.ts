import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import { describeAutoscaler } from './describeAutoscaler';

type Autoscaler = KubernetesObject<'horizontalpodautoscalers'>;

const fence = { kind: 'Deployment', name: 'fence-deployment' } as const;

function autoscaler(
  ...conditions: NonNullable<Autoscaler['status']>['conditions']
): Autoscaler {
  return {
    metadata: { name: 'fence', ownerReferences: [] },
    spec: { scaleTargetRef: fence, minReplicas: 2, maxReplicas: 10 },
    status: { conditions },
  };
}

describe('describeAutoscaler', () => {
  it('finds the one of a workload by kind and name', () => {
    expect(describeAutoscaler([autoscaler()], fence)).toEqual({
      min: 2,
      max: 10,
    });
    const other = { ...fence, kind: 'StatefulSet' } as const;
    expect(describeAutoscaler([autoscaler()], other)).toBeUndefined();
    expect(describeAutoscaler([], fence)).toBeUndefined();
  });

  it('says that more is asked for than it may give', () => {
    const limited = autoscaler({
      type: 'ScalingLimited',
      status: 'True',
      reason: 'TooManyReplicas',
    });
    expect(describeAutoscaler([limited], fence)?.problem).toBe(
      'is at its limit, and the load asks for more',
    );
  });

  it('is content at its lower limit, and when scaled to zero by hand', () => {
    const idle = autoscaler(
      { type: 'ScalingLimited', status: 'True', reason: 'TooFewReplicas' },
      { type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' },
    );
    expect(describeAutoscaler([idle], fence)?.problem).toBeUndefined();
  });

  it('says why it cannot scale', () => {
    const blind = autoscaler({
      type: 'ScalingActive',
      status: 'False',
      reason: 'FailedGetResourceMetric',
      message: 'unable to get metrics for resource cpu',
    });
    expect(describeAutoscaler([blind], fence)?.problem).toBe(
      'does not work: unable to get metrics for resource cpu',
    );
  });
});
