import {
  type Cause,
  createServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  CLUSTER_FAILURES,
  type ClusterFailure,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import type { CommonsTarget } from '../types';
import { createInsideChecks } from './createInsideChecks';
import { deployment, NOW, pod } from './__testUtils__/kubernetesObjects';

const registry = createServiceRegistry();
const { signal } = new AbortController();

const TARGET: CommonsTarget = {
  entityRef: 'system:default/heart.example',
  hostname: 'heart.example',
  baseUrl: 'https://heart.example',
  services: ['fence', 'sower', 'etl'],
  frontendRoot: 'portal',
  kubernetes: { cluster: 'east', namespace: 'heart' },
};

const presigned = deployment({ name: 'presigned-url-fence-deployment' });

function createChecks(
  cluster: FakeCluster = {},
  target: Partial<CommonsTarget> = {},
) {
  const client = createFakeClusters(cluster);
  const checks = createInsideChecks({
    client,
    target: { ...TARGET, ...target },
    registry,
    now: () => NOW,
  });
  return { checks, client };
}

async function askAll(cluster: FakeCluster) {
  const { checks } = createChecks(cluster);
  const results = await Promise.all(checks.map(each => each.run({ signal })));
  return Object.fromEntries(results.map(each => [each.checkId, each]));
}

describe('createInsideChecks', () => {
  it('asks nothing of a commons whose cluster is not connected', () => {
    const { checks, client } = createChecks({}, { kubernetes: undefined });
    expect(checks).toEqual([]);
    expect(client.asked).toEqual([]);
  });

  it('has checks of the place, and of each service those of its Deployments and of its jobs that it has', () => {
    const { checks } = createChecks();
    expect(checks.map(({ id, service }) => [id, service])).toEqual([
      ['inside:argocd', undefined],
      ['inside:external-secrets', undefined],
      ['inside:ingress', undefined],
      ['inside:network-policies', undefined],
      ['inside:nodes', undefined],
      ['inside:pods', undefined],
      ['inside:quota', undefined],
      ['inside:volumes', undefined],
      ['inside:deployments:fence', 'fence'],
      ['inside:deployments:sower', 'sower'],
      ['inside:jobs:fence', 'fence'],
      ['inside:jobs:etl', 'etl'],
    ]);
  });

  it('finds workloads by their names, whatever labels their charts give them', async () => {
    const results = await askAll({
      deployments: readingOf(
        deployment(),
        presigned,
        deployment({ name: 'sower' }),
      ),
      pods: readingOf(pod()),
    });
    expect(results).toMatchObject({
      'inside:deployments:fence': {
        service: 'fence',
        outcome: 'up',
        evidence: { details: { cluster: 'east', namespace: 'heart' } },
        checkedAt: '2026-11-27T12:00:00.000Z',
      },
      'inside:deployments:sower': { outcome: 'up' },
    });
  });

  it('counts the pods of a service that is not declared among the others', async () => {
    const results = await askAll({
      deployments: readingOf(
        deployment(),
        presigned,
        deployment({ name: 'guppy-deployment', ready: 0 }),
      ),
    });
    expect(results['inside:pods']).toMatchObject({
      service: undefined,
      outcome: 'degraded',
      reason: expect.stringMatching(
        /^are in trouble: guppy-deployment has 0 of 1 /,
      ),
    });
    expect(results).not.toHaveProperty('inside:deployments:guppy');
  });

  it('takes a StatefulSet for what it is', async () => {
    const results = await askAll({
      statefulsets: readingOf(deployment({ name: 'sower', ready: 0 })),
    });
    expect(results['inside:deployments:sower']).toMatchObject({
      outcome: 'down',
      cause: 'short-of-pods',
    });
  });

  it('is as bad as the worst of two Deployments', async () => {
    const results = await askAll({
      deployments: readingOf(
        deployment(),
        deployment({ name: 'presigned-url-fence-deployment', ready: 0 }),
      ),
    });
    expect(results['inside:deployments:fence']).toMatchObject({
      outcome: 'down',
      reason:
        'has 0 of 1 pods ready: no pods of presigned-url-fence-deployment are found',
    });
  });

  it('goes by the counts of Deployments where pods may not be read', async () => {
    const results = await askAll({
      deployments: readingOf(deployment({ replicas: 2, ready: 1 }), presigned),
      pods: failedReading('forbidden', 'answers 403'),
    });
    expect(results['inside:deployments:fence']).toMatchObject({
      outcome: 'degraded',
      reason: 'has 1 of 2 pods ready: pods of fence-deployment cannot be read',
    });
  });

  const FAILURES: Record<ClusterFailure, [cause: Cause, detail: string]> = {
    'not-served': ['not-readable', 'answers 404'],
    forbidden: ['not-readable', 'answers 403: no'],
    malformed: ['not-readable', 'its list is larger than the portal reads'],
    rejected: ['not-readable', 'answers 400: no'],
    // Whatever else was read, the fleet listed the commons as one of an unreachable cluster.
    'server-error': ['not-readable', 'answers 503: not ready'],
    unreachable: ['cluster-unreachable', 'the connection was refused'],
    timeout: ['cluster-unreachable', 'no answer within 10 s'],
    tls: ['cluster-unreachable', 'the certificate has expired'],
    unauthorized: ['cluster-unreachable', 'answers 401: no'],
    'unknown-cluster': ['cluster-unreachable', 'has no cluster "east"'],
    'no-kubernetes-plugin': ['cluster-unreachable', 'is not installed'],
    'no-place': ['timeout', 'had no turn'],
    cancelled: ['cancelled', 'nobody waited for it'],
  };

  it.each(CLUSTER_FAILURES)(
    'knows nothing when Deployments cannot be read: %s',
    async failure => {
      const [cause, detail] = FAILURES[failure];
      const results = await askAll({
        deployments: failedReading(failure, detail),
      });
      expect(results['inside:deployments:fence']).toMatchObject({
        outcome: 'unknown',
        cause,
        reason: `cannot be seen inside: cluster east, asked for deployments, ${detail}`,
      });
    },
  );

  it('knows of the other kinds where the API server fails for one', async () => {
    const results = await askAll({
      deployments: readingOf(
        deployment(),
        presigned,
        deployment({ name: 'sower' }),
      ),
      pods: readingOf(pod()),
      externalsecrets: failedReading('server-error', 'answers 500: webhook'),
    });
    expect(results).toMatchObject({
      'inside:external-secrets': {
        outcome: 'unknown',
        cause: 'not-readable',
        reason: expect.stringContaining('answers 500: webhook'),
      },
      'inside:deployments:fence': { outcome: 'up' },
    });
  });

  it('does not miss a StatefulSet that it may not read', async () => {
    const results = await askAll({
      statefulsets: failedReading('forbidden', 'answers 403: no'),
    });
    expect(results['inside:deployments:sower']).toMatchObject({
      outcome: 'unknown',
      cause: 'not-readable',
    });
  });
});
