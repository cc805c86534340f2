import {
  ask,
  askList,
  createClusterCommons,
  createClusters,
  NOW,
} from '../__testUtils__/askCluster';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/heart/deployments';

const several = createClusters({
  commons: ['heart', 'heart-staging', 'kidney'].map(namespace =>
    createClusterCommons({
      hostname: `${namespace}.example`,
      namespace,
      services: ['revproxy', 'fence'],
    }),
  ),
});

describe('who asks', () => {
  it.each(['', 'simulator', 'toString'])(
    'is unknown with the token "%s"',
    token => {
      expect(ask(several, DEPLOYMENTS, { token })).toMatchObject({
        status: 401,
        body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
      });
    },
  );

  it.each([
    ['simulator-reader', '/api/v1/pods', 200],
    ['simulator-reader', '/api/v1/secrets', 403],
    ['simulator-limited', '/api/v1/pods', 200],
    ['simulator-limited', '/api/v1/events', 403],
    ['simulator-limited', '/apis/networking.k8s.io/v1/ingresses', 403],
    ['simulator-limited', '/apis/external-secrets.io/v1/externalsecrets', 403],
    ['simulator-limited', '/apis/argoproj.io/v1alpha1/applications', 403],
    ['simulator-operator', '/api/v1/events', 200],
    ['simulator-operator', '/api/v1/secrets', 403],
  ])('%s may list %s: %i', (token, path, status) => {
    expect(ask(several, path, { token }).status).toBe(status);
  });

  it.each([
    [
      '/api/v1/namespaces/heart/secrets',
      'secrets is forbidden: User "system:serviceaccount:backstage:simulator-reader" cannot list resource "secrets" in API group "" in the namespace "heart"',
      { kind: 'secrets' },
    ],
    [
      '/api/v1/secrets?watch=true',
      'secrets is forbidden: User "system:serviceaccount:backstage:simulator-reader" cannot watch resource "secrets" in API group "" at the cluster scope',
      { kind: 'secrets' },
    ],
    [
      '/api/v1/namespaces/heart/secrets/fence-config',
      'secrets "fence-config" is forbidden: User "system:serviceaccount:backstage:simulator-reader" cannot get resource "secrets" in API group "" in the namespace "heart"',
      { name: 'fence-config', kind: 'secrets' },
    ],
  ])('is refused in Kubernetes words for %s', (path, message, details) => {
    expect(ask(several, path).body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason: 'Forbidden',
      details,
      code: 403,
    });
  });

  it.each([
    ['simulator-reader', 'PATCH', 403],
    ['simulator-operator', 'PATCH', 415],
    ['simulator-operator', 'DELETE', 403],
  ])('%s, who tries %s, gets %i', (token, method, status) => {
    const target = `${DEPLOYMENTS}/fence-deployment`;
    expect(ask(several, target, { token, method }).status).toBe(status);
  });
});

it.each([
  ['/apis/apps/v2/deployments', 404, 'NotFound'],
  ['/nonsense', 404, 'NotFound'],
  ['/openapi/v3', 404, 'NotFound'],
  ['/api/v1/pods/fence', 404, 'NotFound'],
  [`${DEPLOYMENTS}/wts-deployment`, 404, 'NotFound'],
  [`${DEPLOYMENTS}?watch=true&resourceVersion=x`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?watch=true&timeoutSeconds=x`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?watch=true&labelSelector=a+b`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?limit=x`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?continue=x`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?labelSelector=a+b`, 400, 'BadRequest'],
  [`${DEPLOYMENTS}?fieldSelector=spec.replicas%3D1`, 400, 'BadRequest'],
  ['/%E0%A4%A', 400, 'BadRequest'],
])('%s is a Status %i %s', (target, status, reason) => {
  expect(ask(several, target)).toMatchObject({
    status,
    body: { kind: 'Status', status: 'Failure', reason, code: status },
  });
});

it('names the object that is not there', () => {
  expect(ask(several, `${DEPLOYMENTS}/wts-deployment`).body).toMatchObject({
    message: 'deployments.apps "wts-deployment" not found',
    details: { name: 'wts-deployment', group: 'apps', kind: 'deployments' },
  });
});

it('serves nothing that a client cannot read', () => {
  expect(ask(several, DEPLOYMENTS, { accept: 'text/html' }).status).toBe(406);
  expect(
    ask(several, DEPLOYMENTS, {
      accept: 'application/vnd.kubernetes.protobuf, application/json',
    }).status,
  ).toBe(200);
});

it('lists a namespace that does not exist as empty', () => {
  expect(askList(several, '/api/v1/namespaces/none/pods').names).toEqual([]);
});

it('pages by namespace and name, and counts what is left', () => {
  const pages = [];
  let target = '/apis/apps/v1/deployments?limit=4';
  for (;;) {
    const page = askList(several, target);
    pages.push([page.names.length, page.metadata.remainingItemCount]);
    if (!page.metadata.continue) {
      break;
    }
    target = `/apis/apps/v1/deployments?limit=4&continue=${page.metadata.continue}`;
  }

  expect(pages).toEqual([
    [4, 5],
    [4, 1],
    [1, undefined],
  ]);
});

it('does not count what a selector leaves', () => {
  const { metadata } = askList(
    several,
    '/apis/apps/v1/deployments?limit=1&labelSelector=app%3Dfence',
  );

  expect(metadata.continue).toBeDefined();
  expect(metadata.remainingItemCount).toBeUndefined();
});

it('forgets where an old list went on', () => {
  const { metadata } = askList(several, `${DEPLOYMENTS}?limit=1`);
  const later = {
    ...several,
    now: () => new Date(NOW.getTime() + 6 * 60 * 1000),
  };

  expect(
    ask(later, `${DEPLOYMENTS}?limit=1&continue=${metadata.continue}`),
  ).toMatchObject({ status: 410, body: { reason: 'Expired' } });
});

it('selects by labels and fields', () => {
  const pods = '/api/v1/namespaces/heart/pods';
  const fence = askList(several, `${pods}?labelSelector=app+in+(fence)`);
  const running = askList(
    several,
    `${pods}?fieldSelector=status.phase!%3DSucceeded`,
  );
  const [name] = fence.names;
  const named = askList(
    several,
    `/api/v1/pods?fieldSelector=metadata.name%3D${name}`,
  );

  expect(name).toMatch(/^fence-deployment-[0-9a-f]{10}-\w{5}$/);
  expect(running.names).toHaveLength(3);
  expect(named.names).toEqual([name]);
});

it('makes tables with as much of the objects as is asked for', () => {
  const table = (include: string) =>
    ask(several, `${DEPLOYMENTS}?limit=1${include}`, { accept: TABLE }).body;

  expect(table('')).toMatchObject({
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    rows: [
      {
        cells: expect.arrayContaining(['fence-deployment', '1/1']),
        object: { kind: 'PartialObjectMetadata' },
      },
    ],
  });
  expect(table('&includeObject=Object')).toMatchObject({
    rows: [{ object: { kind: 'Deployment' } }],
  });
  expect(table('&includeObject=None')).toMatchObject({
    rows: [{ cells: expect.anything() }],
  });
});

it('leaves the kind out of items, except those of custom resources', () => {
  const [deployment] = askList(several, DEPLOYMENTS).items;
  const [application] = askList(
    several,
    '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
  ).items;

  expect(deployment).not.toHaveProperty('kind');
  expect(application).toHaveProperty('kind', 'Application');
});

it.each([
  ['1.20', '/apis/batch/v1/cronjobs', 404],
  ['1.20', '/apis/batch/v1beta1/cronjobs', 200],
  ['1.20', '/apis/autoscaling/v2/horizontalpodautoscalers', 404],
  ['1.20', '/apis/autoscaling/v2beta2/horizontalpodautoscalers', 200],
  ['1.35', '/apis/batch/v1/cronjobs', 200],
  ['1.35', '/apis/batch/v1beta1/cronjobs', 404],
  ['1.35', '/apis/autoscaling/v2/horizontalpodautoscalers', 200],
] as const)('Kubernetes %s answers %s with %i', (version, path, status) => {
  expect(ask(createClusters({ version }), path).status).toBe(status);
});

it.each(['1.20', '1.35'] as const)(
  'discovery of %s names only what is served, and all of it',
  version => {
    const clusters = createClusters({ version });
    const groups = ask(clusters, '/apis').body;

    expect(ask(clusters, '/version').body).toMatchObject({
      gitVersion: version === '1.20' ? 'v1.20.15' : 'v1.35.0',
    });
    expect(groups).toMatchObject({
      groups: expect.arrayContaining([
        expect.objectContaining({
          name: 'batch',
          preferredVersion: { groupVersion: 'batch/v1', version: 'v1' },
        }),
      ]),
    });
    expect(ask(clusters, '/apis/batch').body).toMatchObject({
      kind: 'APIGroup',
      name: 'batch',
    });
    expect(ask(clusters, '/apis/batch/v1').body).toMatchObject({
      groupVersion: 'batch/v1',
      resources: expect.arrayContaining([
        expect.objectContaining({
          name: 'jobs',
          kind: 'Job',
          verbs: ['create', 'delete', 'get', 'list', 'watch'],
        }),
      ]),
    });
  },
);

it('tells accounts what they may do', () => {
  const review = (token: string, resourceAttributes: object) =>
    ask(several, '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
      token,
      method: 'POST',
      body: { spec: { resourceAttributes } },
    });
  const patch = { verb: 'patch', group: 'apps', resource: 'deployments' };

  expect(review('simulator-operator', patch)).toMatchObject({
    status: 201,
    body: { status: { allowed: true } },
  });
  expect(review('simulator-reader', patch).body).toMatchObject({
    status: { allowed: false },
  });
  expect(
    review('simulator-reader', { verb: 'list', resource: 'secrets' }).body,
  ).toMatchObject({ status: { allowed: false } });
});

describe('a cluster with faults', () => {
  const withFault = (fault: object) =>
    createClusters({
      faults: [{ hostname: 'cluster:organprod', service: '*', fault }],
    });

  it('forbids kinds to everybody', () => {
    const clusters = withFault({ forbidden: ['events'] });

    expect(ask(clusters, '/api/v1/events').status).toBe(403);
    expect(ask(clusters, '/api/v1/pods').status).toBe(200);
  });

  it('answers a status to everything', () => {
    expect(ask(withFault({ status: 503 }), '/version')).toMatchObject({
      status: 503,
      body: { kind: 'Status', reason: 'ServiceUnavailable', code: 503 },
    });
  });

  it.each([
    [{ unreachable: true }, 'reset'],
    [{ hang: true }, 'hang'],
  ])('%j does not answer', (fault, kind) => {
    expect(() => ask(withFault(fault), '/version')).toThrow(
      `No answer but "${kind}"`,
    );
  });
});
