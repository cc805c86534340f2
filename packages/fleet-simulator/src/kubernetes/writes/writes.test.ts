import {
  ask,
  Asked,
  askList,
  createClusterCommons,
  createClusters,
} from '../../__testUtils__/askCluster';

const FENCE = '/apis/apps/v1/namespaces/heart/deployments/fence-deployment';
const JOBS = '/apis/batch/v1/namespaces/heart/jobs';
const PODS = '/api/v1/namespaces/heart/pods';
const MERGE = 'application/merge-patch+json';

const operator = (asked: Asked): Asked => ({
  token: 'simulator-operator',
  ...asked,
});

const patch = (body: unknown, contentType: string = MERGE): Asked =>
  operator({ method: 'PATCH', body, contentType });

const container = { name: 'usersync', image: 'quay.io/cdis/fence:2026.10' };

const job = (metadata: object, containers: object[] = [container]) => ({
  metadata,
  spec: { template: { spec: { containers } } },
});

it.each([
  ['of another type', FENCE, patch({}, 'application/apply-patch+yaml'), 415],
  ['that is no object', FENCE, patch([]), 400],
  ['of no number', FENCE, patch({ spec: { replicas: 'x' } }), 400],
  ['of less than nothing', FENCE, patch({ spec: { replicas: -1 } }), 422],
  ['of too many', FENCE, patch({ spec: { replicas: 51 } }), 422],
  ['of something else', FENCE, patch({ spec: { paused: true } }), 403],
  [
    'of what is no time',
    FENCE,
    patch({
      spec: {
        template: {
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/restartedAt': 'x'.repeat(65),
            },
          },
        },
      },
    }),
    422,
  ],
  ['of labels', FENCE, patch({ metadata: { labels: { a: 'b' } } }), 403],
  [
    'of what was read before a change',
    FENCE,
    patch({ metadata: { resourceVersion: '1' }, spec: { replicas: 2 } }),
    409,
  ],
  [
    'with operations that it cannot have',
    FENCE,
    patch([{ op: 'remove', path: '/spec/no' }], 'application/json-patch+json'),
    422,
  ],
  [
    'with a test that fails',
    `${FENCE}/scale`,
    patch(
      [{ op: 'test', path: '/spec/replicas', value: 7 }],
      'application/json-patch+json',
    ),
    422,
  ],
  ['of nothing there', FENCE.replace('fence-', 'no-'), patch({}), 404],
  ['of an unknown dryRun', `${FENCE}?dryRun=Some`, patch({}), 400],
])('a patch %s is refused', (_what, target, asked, status) => {
  const clusters = createClusters();

  const answer = ask(clusters, target, asked);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ kind: 'Status', code: status });
  expect(clusters.changes.of('heart.example')).toEqual([]);
});

it.each([
  ['without a name', JOBS, job({}), 422],
  ['without containers', JOBS, job({ name: 'x' }, []), 422],
  [
    'of much text',
    JOBS,
    job({ name: 'x', annotations: { more: 'x'.repeat(5000) } }),
    422,
  ],
  ['of another kind', JOBS, { ...job({ name: 'x' }), kind: 'Pod' }, 400],
  ['that is there', JOBS, job({ name: 'fence-dbcreate' }), 409],
  ['of no namespace', JOBS.replace('heart', 'no'), job({ name: 'x' }), 404],
  ['elsewhere', JOBS.replace('heart', 'default'), job({ name: 'x' }), 403],
])('a Job %s is refused', (_what, target, body, status) => {
  const asked = operator({ method: 'POST', body });

  expect(ask(createClusters(), target, asked)).toMatchObject({
    status,
    body: { kind: 'Status', code: status },
  });
});

it('names a Job that only has the beginning of a name', () => {
  const clusters = createClusters();
  const body = job({ generateName: 'sync-' });
  const make = () =>
    ask(clusters, JOBS, operator({ method: 'POST', body })).body;
  const named = {
    metadata: { name: expect.stringMatching(/^sync-\w{5}$/) },
  };

  expect(make()).toMatchObject(named);
  expect(make()).toMatchObject(named);
  expect(
    askList(clusters, JOBS).names.filter(name => name.startsWith('sync-')),
  ).toHaveLength(2);
});

it('does not delete an object that has another uid by now', () => {
  const clusters = createClusters();
  const [pod] = askList(clusters, PODS).names;
  const body = { preconditions: { uid: 'another' } };
  const asked = operator({ method: 'DELETE', body });

  expect(ask(clusters, `${PODS}/${pod}`, asked).status).toBe(409);
  expect(ask(clusters, `${JOBS}/fence-dbcreate`, asked).status).toBe(409);
});

it('takes a pod away at once when it is told to', () => {
  const clusters = createClusters();
  const [pod] = askList(clusters, `${PODS}?labelSelector=app%3Dfence`).names;
  const body = { gracePeriodSeconds: 0 };

  ask(clusters, `${PODS}/${pod}`, operator({ method: 'DELETE', body }));

  expect(askList(clusters, PODS).names).not.toContain(pod);
});

it('makes the pod of a StatefulSet again under its name', () => {
  const clusters = createClusters({
    commons: [createClusterCommons({ services: ['revproxy', 'guppy'] })],
  });
  const path = `${PODS}/gen3-elasticsearch-master-0`;
  const { body: before } = ask(clusters, path);

  ask(
    clusters,
    path,
    operator({ method: 'DELETE', body: { gracePeriodSeconds: 0 } }),
  );

  expect(ask(clusters, path).body).toMatchObject({
    status: { phase: 'Pending' },
  });
  expect(ask(clusters, path).body).not.toEqual(before);
});

it('answers a change with the object as it is then, also as a table', () => {
  const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
  const change = { spec: { replicas: 2 } };

  expect(ask(createClusters(), FENCE, patch(change)).body).toMatchObject({
    kind: 'Deployment',
    metadata: { generation: 2 },
    spec: { replicas: 2 },
    status: { observedGeneration: 2 },
  });
  expect(
    ask(createClusters(), FENCE, { ...patch(change), accept }).body,
  ).toMatchObject({ kind: 'Table', rows: [{ cells: expect.any(Array) }] });
});
