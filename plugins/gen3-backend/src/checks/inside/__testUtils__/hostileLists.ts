import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { minutesAgo } from './kubernetesObjects';

const conditions = [
  { type: 'Ready', status: 'False', lastTransitionTime: minutesAgo(5) },
  { type: 'Failed', status: 'True', message: 'no', reason: 'BackoffLimit' },
];
const container = {
  name: 'fence',
  ready: false,
  restartCount: 7,
  image: 'fence:1',
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
  lastState: { terminated: { exitCode: 1, finishedAt: minutesAgo(3) } },
};
const hanging = {
  ...container,
  name: 'fence-init',
  state: { running: { startedAt: minutesAgo(14) } },
};
const metadata = (name: string) => ({
  name,
  creationTimestamp: minutesAgo(100),
  labels: { app: 'fence', release: 'gen3' },
  ownerReferences: [{ kind: 'CronJob', name: 'usersync' }],
});

/** Objects as Kubernetes makes them, by the plural that they are listed under. */
const OBJECTS: Record<string, JsonObject> = {
  deployments: {
    metadata: metadata('fence-deployment'),
    spec: { replicas: 2, selector: { matchLabels: { app: 'fence' } } },
    status: { readyReplicas: 1, conditions },
  },
  statefulsets: {
    metadata: metadata('postgresql'),
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'postgresql' } },
      template: {
        spec: { containers: [{ name: 'postgresql', image: 'postgres:16' }] },
      },
    },
    status: { readyReplicas: 0, conditions },
  },
  horizontalpodautoscalers: {
    metadata: metadata('fence-hpa'),
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'fence-deployment' },
      minReplicas: 2,
      maxReplicas: 4,
    },
    status: { currentReplicas: 2, desiredReplicas: 4, conditions },
  },
  events: {
    metadata: metadata('fence-1.1'),
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off restarting failed container',
    count: 7,
    firstTimestamp: minutesAgo(9),
    lastTimestamp: minutesAgo(1),
    involvedObject: { kind: 'Pod', name: 'fence-1' },
  },
  pods: {
    metadata: metadata('fence-1'),
    spec: {
      nodeName: 'node-1',
      volumes: [{ persistentVolumeClaim: { claimName: 'data-postgresql-0' } }],
    },
    status: {
      phase: 'Pending',
      conditions: [
        ...conditions,
        { type: 'ContainersReady', status: 'True' },
        { type: 'Initialized', status: 'False' },
        { type: 'PodScheduled', status: 'True', reason: '', message: '' },
      ],
      containerStatuses: [container],
      initContainerStatuses: [container, hanging],
    },
  },
  jobs: {
    metadata: metadata('usersync-1'),
    status: { conditions, startTime: minutesAgo(9), failed: 1 },
  },
  cronjobs: {
    metadata: metadata('usersync'),
    spec: { schedule: '*/30 * * * *', suspend: false, timeZone: 'Etc/UTC' },
    status: { lastSuccessfulTime: minutesAgo(300), active: [] },
  },
  applications: {
    metadata: metadata('gen3-heart'),
    spec: {
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'heart',
      },
      sources: [{ repoURL: 'https://git.example/x', path: 'helm/gen3' }],
    },
    status: {
      sync: { status: 'OutOfSync', revisions: ['3f2a1c'] },
      health: { status: 'Degraded', message: 'no' },
      operationState: {
        phase: 'Failed',
        message: 'no',
        startedAt: minutesAgo(9),
        syncResult: { revisions: ['3f2a1c'] },
      },
      history: [{ revisions: ['3f2a1c'] }],
      resources: [
        {
          kind: 'Deployment',
          name: 'fence-deployment',
          status: 'OutOfSync',
          health: { status: 'Degraded', message: 'no' },
        },
      ],
      conditions: [{ type: 'ComparisonError', message: 'no' }],
      reconciledAt: minutesAgo(1),
    },
  },
  externalsecrets: {
    metadata: metadata('fence-config'),
    status: { conditions },
  },
  ingresses: {
    metadata: metadata('revproxy-dev'),
    spec: {
      rules: [{ host: 'heart.example' }],
      tls: [{ hosts: ['heart.example'], secretName: 'gen3-certs' }],
    },
    status: { loadBalancer: { ingress: [{ hostname: 'lb.example' }] } },
  },
  certificates: {
    metadata: metadata('gen3-certs'),
    spec: { secretName: 'gen3-certs' },
    status: { conditions, notAfter: minutesAgo(9) },
  },
  persistentvolumeclaims: {
    metadata: metadata('data-postgresql-0'),
    status: { phase: 'Pending' },
  },
  resourcequotas: {
    metadata: metadata('quota'),
    status: { hard: { pods: '4', memory: '8Gi' }, used: { pods: '4' } },
  },
  nodes: {
    metadata: metadata('node-1'),
    status: { conditions, nodeInfo: { kubeletVersion: 'v1.35.0' } },
  },
  networkpolicies: {
    metadata: metadata('deny-all'),
    spec: {
      podSelector: {
        matchLabels: { release: 'gen3' },
        matchExpressions: [{ key: 'app', operator: 'In', values: ['fence'] }],
      },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { podSelector: { matchLabels: { app: 'gen3job' } } },
            { ipBlock: { cidr: '10.0.0.0/8' }, namespaceSelector: {} },
          ],
          ports: [{ port: 53, protocol: 'UDP' }],
        },
      ],
    },
  },
};

/** Every place within an object, as keys from its root. */
function listPaths(value: JsonValue | undefined): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) =>
      listPaths(inner).map(path => [key, ...path]),
    ),
  ];
}

/** The object with something else in one place. */
function withOther(
  value: JsonValue | undefined,
  [key, ...rest]: string[],
  other: JsonValue,
): JsonValue {
  if (key === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((inner, index) =>
      String(index) === key ? withOther(inner, rest, other) : inner,
    );
  }
  if (typeof value !== 'object' || value === null) return other;
  return { ...value, [key]: withOther(value[key], rest, other) };
}

/** What people and programs leave in fields that are meant for something else. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<JsonValue>(
    null,
    -1,
    1e308,
    '',
    '__proto__',
    'Infinity',
    '9999-99-99T99:99:99Z',
    '\u0000\u202e<script>',
    { __proto__: null, constructor: 'x' },
    'x'.repeat(10_000),
  ),
);

const hostileObject = fc.constantFrom(...Object.keys(OBJECTS)).chain(plural =>
  fc.record({
    plural: fc.constant(plural),
    changes: fc.array(
      fc.tuple(fc.constantFrom(...listPaths(OBJECTS[plural])), strange),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/**
 * Lists of a namespace by the plural of their kind: one object as Kubernetes makes it in each, and here and there a few
 * with something strange in some of their fields.
 */
export const hostileLists = fc
  .array(hostileObject, { maxLength: 4 })
  .map(odd =>
    Object.fromEntries(
      Object.entries(OBJECTS).map(([plural, object]): [string, JsonValue[]] => [
        plural,
        [
          object,
          ...odd
            .filter(each => each.plural === plural)
            .map(({ changes }) =>
              changes.reduce<JsonValue>(
                (value, [path, other]) => withOther(value, path, other),
                object,
              ),
            ),
        ],
      ]),
    ),
  );
