const LIMITS = {
  scaleTargetRef: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'fence-deployment',
  },
  minReplicas: 1,
  maxReplicas: 4,
};
const REPLICAS = { currentReplicas: 2, desiredReplicas: 2 };
const CONDITIONS = [
  {
    type: 'AbleToScale',
    status: 'True',
    reason: 'ReadyForNewScale',
    lastTransitionTime: '2026-11-27T10:00:00Z',
  },
];

/**
 * The autoscaler of fence as each version of Kubernetes' API has it, the newest first, and the conditions that it tells
 * (`kubernetes/api:autoscaling/<version>/types.go`); only `v1` keeps them in an annotation.
 */
export const AUTOSCALERS: [
  version: string,
  autoscaler: object,
  conditions: object[],
][] = [
  [
    'autoscaling/v2',
    {
      metadata: { name: 'fence-hpa' },
      spec: {
        ...LIMITS,
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: 'fence',
              target: { type: 'Utilization', averageUtilization: 40 },
            },
          },
        ],
        behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
      },
      status: { ...REPLICAS, currentMetrics: null, conditions: CONDITIONS },
    },
    CONDITIONS,
  ],
  [
    'autoscaling/v2beta2',
    {
      metadata: { name: 'fence-hpa' },
      spec: {
        ...LIMITS,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 40 },
            },
          },
        ],
      },
      status: { ...REPLICAS, conditions: CONDITIONS },
    },
    CONDITIONS,
  ],
  [
    'autoscaling/v1',
    {
      metadata: {
        name: 'fence-hpa',
        annotations: {
          'autoscaling.alpha.kubernetes.io/conditions':
            JSON.stringify(CONDITIONS),
        },
      },
      spec: { ...LIMITS, targetCPUUtilizationPercentage: 40 },
      status: { ...REPLICAS, currentCPUUtilizationPercentage: 12 },
    },
    [],
  ],
];
