import {
  ask,
  askList,
  createClusterCommons,
  createClusters,
  NOW,
} from '../../__testUtils__/askCluster';
import { allServiceNames } from '../../__testUtils__/createCommons';
import { RESOURCES } from '../resources';

const ONE = 'namespaces/heart';

const withFault = (service: string, fault: object, more: object = {}) =>
  createClusters({
    faults: [{ hostname: 'heart.example', service, fault }],
    ...more,
  });

const all = createClusters({
  commons: [createClusterCommons({ services: allServiceNames() })],
});

it.each(RESOURCES['1.35'].filter(({ plural }) => plural !== 'secrets'))(
  'builds the same $plural for one time, each with a uid of its own',
  ({ group, version, plural }) => {
    const root = group ? `/apis/${group}` : '/api';
    const path = `${root}/${version}/${plural}`;
    const { items } = askList(all, path);

    expect(askList(all, path).items).toEqual(items);
    expect(new Set(items.map(({ metadata }) => metadata.uid)).size).toBe(
      items.length,
    );
  },
);

it.each([
  [
    'fence',
    ['fence-deployment', 'presigned-url-fence-deployment'],
    'in (fence,presigned-url-fence)',
  ],
  ['sower', ['sower'], 'in (sower)'],
  ['jeg', ['jupyter-enterprise-gateway'], '= enterprise-gateway'],
])(
  'pods of %s are found by the selector of the registry',
  (_service, owners, selector) => {
    const { names } = askList(
      all,
      `/api/v1/${ONE}/pods?labelSelector=${encodeURIComponent(
        `app ${selector}`,
      )}`,
    );

    expect(names.map(name => name.replace(/-[0-9a-f]{10}-\w{5}$/, ''))).toEqual(
      owners,
    );
  },
);

// gen3-helm's exceptions: a selector by instance or hostname misses these.
it.each([
  ['presigned-url-fence-deployment', ['app', 'pod-template-hash', 'public']],
  ['workspace-proxy', ['app', 'pod-template-hash']],
  [
    'cohort-middleware-deployment',
    [
      'app.kubernetes.io/instance',
      'app.kubernetes.io/managed-by',
      'app.kubernetes.io/name',
      'app.kubernetes.io/version',
      'helm.sh/chart',
      'pod-template-hash',
      'public',
    ],
  ],
  [
    'fence-deployment',
    [
      'app',
      'app.kubernetes.io/instance',
      'app.kubernetes.io/name',
      'authprovider',
      'hostname',
      'pod-template-hash',
      'release',
    ],
  ],
])('pods of %s have the labels of their chart', (deployment, labels) => {
  const pod = askList(all, `/api/v1/${ONE}/pods`).items.find(({ metadata }) =>
    metadata.name.startsWith(deployment),
  );

  expect(Object.keys(Object(pod?.metadata.labels)).sort()).toEqual(labels);
});

it.each([
  [{ crashLoop: true }, 'CrashLoopBackOff', '0/1', '5 (26s ago)'],
  [{ outOfMemory: true }, 'CrashLoopBackOff', '0/1', '4 (1s ago)'],
  [{ imagePull: true }, 'Init:ImagePullBackOff', '0/1', '0'],
  [{ pending: true }, 'Pending', '0/1', '0'],
  [{ replicasReady: 0 }, 'Running', '0/1', '0'],
])('a pod of fence with %j prints as %s', (fault, word, ready, restarts) => {
  const table = ask(
    withFault('fence', fault),
    `/api/v1/${ONE}/pods?labelSelector=app%3Dfence`,
    { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' },
  );

  expect(table.body).toMatchObject({
    rows: [
      {
        cells: expect.arrayContaining([ready, word, restarts]),
      },
    ],
  });
});

it('reports what ended a pod as kubelet does', () => {
  const [pod] = askList(
    withFault('fence', { outOfMemory: true }),
    `/api/v1/${ONE}/pods?labelSelector=app%3Dfence`,
  ).items;

  expect(pod).toMatchObject({
    status: {
      phase: 'Running',
      initContainerStatuses: [{ name: 'fence-init', ready: true }],
      containerStatuses: [
        {
          ready: false,
          state: {
            waiting: {
              reason: 'CrashLoopBackOff',
              message: expect.stringMatching(
                /^back-off \S+ restarting failed container=fence pod=fence-deployment-\S+_heart\(\S+\)$/,
              ),
            },
          },
          lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
        },
      ],
    },
  });
});

it.each([
  [
    { crashLoop: true },
    { replicas: 1, unavailableReplicas: 1 },
    'False',
    'NewReplicaSetAvailable',
  ],
  [
    { crashLoop: true, replicas: 2 },
    { replicas: 2, readyReplicas: 1 },
    'False',
    'NewReplicaSetAvailable',
  ],
  [
    { imagePull: true },
    { unavailableReplicas: 1 },
    'False',
    'ReplicaSetUpdated',
  ],
  [
    { scaledToZero: true },
    { observedGeneration: 1 },
    'True',
    'NewReplicaSetAvailable',
  ],
])('a Deployment with %j has %j', (fault, counts, available, progress) => {
  const deployment = ask(
    withFault('fence', fault),
    `/apis/apps/v1/${ONE}/deployments/fence-deployment`,
  );

  expect(deployment.body).toMatchObject({
    status: {
      ...counts,
      conditions: [
        { type: 'Available', status: available },
        { type: 'Progressing', reason: progress },
      ],
    },
  });
});

it('gives up a rollout after ten minutes, and Argo CD calls it degraded', () => {
  const clusters = withFault(
    'fence',
    { imagePull: true },
    { faultsAt: new Date(NOW.getTime() - 5 * 60 * 1000) },
  );
  const path = `/apis/apps/v1/${ONE}/deployments/fence-deployment`;
  const [application] = askList(
    clusters,
    '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
  ).items;

  expect(ask(clusters, path).text).toContain('ProgressDeadlineExceeded');
  expect(application).toMatchObject({
    status: { sync: { status: 'Synced' }, health: { status: 'Degraded' } },
  });
});

it('names the version of a chart and the commit of git as revisions', () => {
  const sources = [
    { chart: 'gen3', targetRevision: '0.3.90' },
    { ref: 'values', targetRevision: 'main' },
  ];
  const clusters = createClusters({
    commons: [
      createClusterCommons({
        application: { name: 'heart-gen3', spec: { sources } },
      }),
    ],
  });
  const [application] = askList(
    clusters,
    '/apis/argoproj.io/v1alpha1/applications',
  ).items;

  expect(application).toMatchObject({
    metadata: { name: 'heart-gen3', namespace: 'argocd' },
    spec: { sources },
    status: {
      sync: { revisions: ['0.3.90', expect.stringMatching(/^[0-9a-f]{40}$/)] },
    },
  });
});

it('is out of sync when it is told so', () => {
  const [application] = askList(
    withFault('*', { outOfSync: true }),
    '/apis/argoproj.io/v1alpha1/applications',
  ).items;

  expect(application).toMatchObject({
    spec: { destination: { namespace: 'heart' } },
    status: {
      sync: {
        status: 'OutOfSync',
        revisions: [expect.any(String), expect.any(String)],
      },
      health: { status: 'Healthy' },
      resources: expect.arrayContaining([
        expect.objectContaining({ kind: 'Deployment', status: 'OutOfSync' }),
      ]),
    },
  });
});

const usersync = `/apis/batch/v1/${ONE}/cronjobs/usersync`;

it.each([
  [{}, '2026-11-22T10:00:00Z', /^2026-11-22T10:0[01]:\d\dZ$/],
  [{ failedJob: true }, '2026-11-22T10:00:00Z', /^2026-11-22T09:3[01]:\d\dZ$/],
  [{ lateJob: true }, '2026-11-22T04:00:00Z', /^2026-11-22T03:3[01]:\d\dZ$/],
  [{ lateJob: 30 }, '2026-11-21T04:00:00Z', /^2026-11-21T03:3[01]:\d\dZ$/],
])('usersync with %j ran last at %s', (fault, scheduled, successful) => {
  expect(ask(withFault('usersync', fault), usersync).body).toMatchObject({
    status: {
      lastScheduleTime: scheduled,
      lastSuccessfulTime: expect.stringMatching(successful),
    },
  });
});

it('keeps the failed run with a pod for each try', () => {
  const clusters = withFault('usersync', { failedJob: true });
  const failed = askList(
    clusters,
    `/api/v1/${ONE}/pods?fieldSelector=status.phase%3DFailed`,
  );
  const [job] = askList(clusters, `/apis/batch/v1/${ONE}/jobs`).items.filter(
    ({ status }) => JSON.stringify(status).includes('BackoffLimitExceeded'),
  );

  expect(job).toMatchObject({
    metadata: { ownerReferences: [{ kind: 'CronJob', name: 'usersync' }] },
    status: { failed: 5 },
  });
  expect(failed.names).toHaveLength(5);
});

it('fails in a run by hand where a CronJob is suspended', () => {
  const clusters = createClusters({
    commons: [createClusterCommons({ services: ['etl'] })],
    faults: [
      {
        hostname: 'heart.example',
        service: 'etl-cronjob',
        fault: { failedJob: true },
      },
    ],
  });
  const job = askList(clusters, `/apis/batch/v1/${ONE}/jobs`).items.find(
    ({ metadata }) => metadata.name.startsWith('etl'),
  );

  expect(job).toMatchObject({
    metadata: { name: expect.stringMatching(/^etl-cronjob-\w{5}$/) },
    status: { failed: 5 },
  });
  expect(
    ask(clusters, `/apis/batch/v1/${ONE}/cronjobs/etl-cronjob`).text,
  ).not.toContain('lastScheduleTime');
});

it('hangs in the run after the last success when it is late', () => {
  expect(
    ask(withFault('usersync', { lateJob: true }), usersync).body,
  ).toMatchObject({ status: { active: [{ kind: 'Job' }] } });
});

it('hangs in no run before the fault, in the first one after it, and makes none besides', () => {
  const at = (time: string) =>
    ask(
      withFault(
        'usersync',
        { hangingJob: true },
        { faultsAt: NOW, now: new Date(time) },
      ),
      usersync,
    ).body;
  const succeeded = {
    lastSuccessfulTime: expect.stringMatching(/^2026-11-22T10:0[01]:\d\dZ$/),
  };

  expect(at('2026-11-22T10:29:59Z')).toMatchObject({
    status: { ...succeeded, lastScheduleTime: '2026-11-22T10:00:00Z' },
  });
  expect(at('2026-11-22T12:10:00Z')).toMatchObject({
    status: {
      ...succeeded,
      lastScheduleTime: '2026-11-22T10:30:00Z',
      active: [{ kind: 'Job' }],
    },
  });
});

it('says nothing of the last success on a cluster that is too old for it', () => {
  const old = createClusters({ version: '1.20' });
  const { text } = ask(old, `/apis/batch/v1beta1/${ONE}/cronjobs/usersync`);

  expect(text).toContain('lastScheduleTime');
  expect(text).not.toContain('lastSuccessfulTime');
});

it('labels the namespaces of commons and keeps what they are in manifest-global', () => {
  const { names } = askList(
    all,
    '/api/v1/namespaces?labelSelector=role%3Dgen3',
  );

  expect(names).toEqual(['heart']);
  expect(
    ask(all, `/api/v1/${ONE}/configmaps/manifest-global`).body,
  ).toMatchObject({
    data: { hostname: 'heart.example', environment: 'organprod' },
  });
});

it.each([
  [{ imagePull: true }, 'Failed to pull image'],
  [{ pending: true }, '0/3 nodes are available: 3 Insufficient memory.'],
  [{ replicasReady: 0 }, 'Readiness probe failed'],
  [{ crashLoop: true }, 'Back-off restarting failed container fence'],
])('reports %j in events', (fault, message) => {
  const { items } = askList(
    withFault('fence', fault),
    `/api/v1/${ONE}/events?fieldSelector=type%3DWarning`,
  );

  expect(items.map(item => item.message)).toContainEqual(
    expect.stringContaining(message),
  );
});
