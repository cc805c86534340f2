import {
  ask,
  createClusterCommons,
  createClusters,
} from '../__testUtils__/askCluster';
import { allServiceNames } from '../__testUtils__/createCommons';
import { FaultTable } from '../faults/FaultTable';
import { Fault } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { RESOURCES } from './resources';
import { viewCluster } from './views';
import { takeListing } from './watch/compareListings';

const START_MS = Date.parse('2026-11-22T10:07:00Z');
const KINDS = RESOURCES['1.35'].filter(({ plural }) => plural !== 'secrets');

/** A cluster with one commons, whose clock goes on in small steps; what all its objects were like at each step. */
function createObserved(services: string[]) {
  let now = new Date(START_MS);
  const clock = () => now;
  const commons = createClusterCommons({
    services,
    certManager: true,
    netPolicy: true,
  });
  const parts = {
    ...createClusters(),
    fleet: Fleet.create([commons], { now: clock }),
    faults: FaultTable.create({ now: clock }),
    now: clock,
  };
  const seen = new Map<string, string>();
  const unnoticed = new Set<string>();
  const look = () => {
    const cluster = viewCluster(parts, 'organprod');
    for (const kind of KINDS) {
      for (const { listed, digest } of cluster
        ? takeListing(cluster, kind).values()
        : []) {
        const { name, uid, resourceVersion } = listed.object.metadata;
        const version = `${kind.plural} ${uid} ${resourceVersion}`;
        if ((seen.get(version) ?? digest) !== digest) {
          unnoticed.add(`${kind.plural} ${name}`);
        }
        seen.set(version, digest);
      }
    }
  };
  return {
    commons,
    parts,
    unnoticed,
    /** Lets time pass. */
    pass: (seconds: number) => {
      const end = now.getTime() + seconds * 1_000;
      while (now.getTime() < end) {
        now = new Date(Math.min(end, now.getTime() + 11_000));
        look();
      }
    },
  };
}

const POD_FAULTS: Fault[] = [
  { crashLoop: true },
  { imagePull: true },
  { pending: true },
  { outOfMemory: true },
  { scaledToZero: true },
  { replicas: 3, replicasReady: 1 },
];
const JOB_FAULTS: Fault[] = [
  { failedJob: true },
  { lateJob: true },
  { hangingJob: true },
];
const COMMONS_FAULTS: Fault[] = [
  { outOfSync: true, isolated: true, certificateDays: 5 },
  // The certificate ends amid the test.
  { quotaUsedUp: true, certificateDays: 0.001 },
];

describe('an object whose resourceVersion is the same is the same', () => {
  it('while all is well', () => {
    const { pass, unnoticed } = createObserved(allServiceNames());
    pass(150);
    expect([...unnoticed]).toEqual([]);
  });

  it.each([
    ...POD_FAULTS.map(fault => ['fence', fault] as const),
    ...JOB_FAULTS.map(fault => ['usersync', fault] as const),
    ...COMMONS_FAULTS.map(fault => ['*', fault] as const),
  ])('when %s has %j for some minutes', (service, fault) => {
    const { pass, parts, unnoticed } = createObserved([
      'revproxy',
      'fence',
      'arborist',
    ]);
    pass(30);
    parts.faults.set({ hostname: 'heart.example', service, fault });
    pass(300);
    parts.faults.clear('heart.example', service);
    pass(120);
    expect([...unnoticed]).toEqual([]);
  });

  it('when somebody scales, restarts, deletes and creates', () => {
    const { pass, parts, unnoticed } = createObserved([
      'revproxy',
      'fence',
      'arborist',
    ]);
    const fence = '/apis/apps/v1/namespaces/heart/deployments/fence-deployment';
    const write = (method: string, path: string, body: object) => {
      const { status } = ask(parts, path, {
        token: 'simulator-operator',
        method,
        body,
        contentType: 'application/merge-patch+json',
      });
      expect(status).toBeLessThan(300);
      pass(60);
    };
    pass(30);
    write('PATCH', fence, { spec: { replicas: 3 } });
    write('PATCH', fence, {
      spec: {
        template: {
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/restartedAt': '2026-11-22T10:09:00Z',
            },
          },
        },
      },
    });
    write('POST', '/apis/batch/v1/namespaces/heart/jobs', {
      metadata: { name: 'usersync-by-hand' },
      spec: {
        template: {
          spec: { containers: [{ name: 'usersync', image: 'fence:1' }] },
        },
      },
    });
    write('PATCH', fence, { spec: { replicas: 0 } });
    write('PATCH', fence, { spec: { replicas: 1 } });
    expect([...unnoticed]).toEqual([]);
  });

  it('when git declares another release', () => {
    const { pass, parts, commons, unnoticed } = createObserved([
      'revproxy',
      'fence',
      'arborist',
    ]);
    pass(30);
    const next = createClusterCommons({
      services: ['revproxy', 'fence', 'arborist', 'peregrine'],
      certManager: true,
      netPolicy: true,
    });
    parts.changes.add('heart.example', {
      kind: 'declare',
      at: parts.now(),
      before: commons,
    });
    parts.fleet.replace([next]);
    pass(240);
    expect([...unnoticed]).toEqual([]);
  });
});
