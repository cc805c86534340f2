import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { deployment, NOW, pod } from './__testUtils__/kubernetesObjects';
import { createDeploymentsCheck } from './deployments';
import { RestartMemory } from './RestartMemory';

const { signal } = new AbortController();
const FORBIDDEN = failedReading('forbidden', 'answers 403');
const PRESIGNED = 'presigned-url-fence-deployment';

const services = createServiceRegistry()
  .all()
  .filter(({ name }) => name === 'fence');

const ask = (cluster: FakeCluster) =>
  Promise.all(
    services.map(service =>
      createDeploymentsCheck({
        client: createFakeClusters(cluster),
        place: { cluster: 'east', namespace: 'haert' },
        service,
        restarts: RestartMemory.create(),
        now: () => NOW,
      }).run({ signal }),
    ),
  );

describe('the workloads of a service', () => {
  // It was said of each service alone, so that one looked at Argo CD for what the annotation had wrong.
  it('are told from a namespace in which nothing at all runs', async () => {
    expect(await ask({})).toMatchObject([
      {
        outcome: 'down',
        cause: 'missing-workload',
        reason:
          'has no fence-deployment: nothing at all runs in namespace haert of cluster east',
      },
    ]);
  });

  it.each<[string, FakeCluster]>([
    [
      'another workload runs',
      { statefulsets: readingOf(deployment({ name: 'postgresql' })) },
    ],
    ['a pod runs', { pods: readingOf(pod({ name: 'debug' })) }],
    ['pods cannot be read', { pods: FORBIDDEN }],
    [
      'there is an object without a name',
      {
        pods: {
          state: 'read',
          items: [],
          odd: 1,
          readAt: '2026-11-27T12:00:00.000Z',
        },
      },
    ],
  ])('are missing alone where %s', async (_, cluster) => {
    expect(await ask(cluster)).toMatchObject([
      { reason: 'has no fence-deployment in its namespace' },
    ]);
  });

  // It was the first in the service's row.
  it('are as bad as the worst, and of equally bad ones the one that tells most says why', async () => {
    expect(
      await ask({ deployments: readingOf(deployment({ ready: 0 })) }),
    ).toMatchObject([
      {
        cause: 'missing-workload',
        reason: `has no ${PRESIGNED} in its namespace`,
      },
    ]);
  });
});
