import type {
  KindReading,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { createArgoCdCheck } from './argocd';

const place = { cluster: 'east', namespace: 'heart' };
const { signal } = new AbortController();

type Status = NonNullable<KubernetesApplication['status']>;
type Destination = NonNullable<KubernetesApplication['spec']>['destination'];

function application(
  change: {
    name?: string;
    destination?: Destination;
    status?: Partial<Status>;
  } = {},
): KubernetesApplication {
  const { name = 'gen3-heart', destination, status } = change;
  return {
    metadata: { name, ownerReferences: [] },
    spec: {
      sources: [],
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'heart',
        ...destination,
      },
    },
    status: {
      sync: { status: 'Synced', revision: '3f2a1c' },
      health: { status: 'Healthy' },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced',
        finishedAt: '2026-11-27T10:00:00Z',
      },
      resources: [],
      conditions: [],
      history: [],
      ...status,
    },
  };
}

async function ask(applications: KindReading<KubernetesApplication>) {
  const client = createFakeClusters({ applications });
  const result = await createArgoCdCheck({
    client,
    place,
    now: () => NOW,
  }).run({ signal });
  return { ...result, asked: client.asked };
}

describe('argocd', () => {
  it('reads the Applications of the whole cluster, and finds its own by where it deploys to', async () => {
    const result = await ask(
      readingOf(
        application({
          name: 'gen3-brhprod',
          destination: { namespace: 'brh' },
          status: { sync: { status: 'OutOfSync' } },
        }),
        application(),
      ),
    );
    expect(result).toEqual({
      checkId: 'inside:argocd',
      outcome: 'up',
      cause: 'ok',
      reason: 'has applied gen3-heart',
      evidence: {
        details: {
          cluster: 'east',
          namespace: 'heart',
          application: 'gen3-heart',
          sync: 'Synced',
          health: 'Healthy',
          revision: '3f2a1c',
          operation: 'Succeeded: successfully synced',
          lastSync: '2026-11-27T10:00:00Z',
        },
      },
      checkedAt: '2026-11-27T12:00:00.000Z',
      asked: ['east/*/applications'],
    });
  });

  it.each<[string, Destination]>([
    ['another cluster by address', { server: 'https://west.k8s.internal' }],
    ['another cluster by name', { server: undefined, name: 'west' }],
    ['nowhere', { server: undefined }],
  ])('passes over one that deploys to %s', async (_, destination) => {
    expect(await ask(readingOf(application({ destination })))).toMatchObject({
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        'has no Application in cluster east that deploys to heart; that of another cluster may have one',
    });
  });

  it.each<[string, Destination]>([
    ['in-cluster', { server: undefined, name: 'in-cluster' }],
    ['its name', { server: undefined, name: 'east' }],
    ['a slash', { server: 'https://kubernetes.default.svc/' }],
  ])('knows its own cluster by %s', async (_, destination) => {
    expect(await ask(readingOf(application({ destination })))).toMatchObject({
      outcome: 'up',
    });
  });

  it.each<[string, Partial<Status>, string, string]>([
    [
      'what runs is not what git says',
      { sync: { status: 'OutOfSync' } },
      'out-of-sync',
      'has not applied what git says of gen3-heart',
    ],
    [
      'the last sync failed',
      {
        sync: { status: 'OutOfSync' },
        operationState: {
          phase: 'Failed',
          message: 'one or more objects\nfailed to apply',
        },
      },
      'sync-failed',
      'could not apply gen3-heart (one or more objects failed to apply)',
    ],
    [
      'git cannot be compared',
      {
        sync: { status: 'Unknown' },
        conditions: [
          { type: 'SharedResourceWarning', message: 'shared' },
          { type: 'ComparisonError', message: 'helm template failed' },
        ],
      },
      'sync-failed',
      'cannot work on gen3-heart (ComparisonError: helm template failed)',
    ],
    [
      'an object is not healthy',
      { health: { status: 'Degraded', message: 'fence is not ready' } },
      'app-unhealthy',
      'finds gen3-heart degraded (fence is not ready)',
    ],
    // Only that git was not applied was said, whatever else was wrong.
    [
      'an object is not healthy and git has more',
      {
        sync: { status: 'OutOfSync' },
        health: { status: 'Degraded', message: 'fence is not ready' },
      },
      'app-unhealthy',
      'finds gen3-heart degraded (fence is not ready), and has not applied what git says',
    ],
    [
      'an object that git says is not there yet',
      { sync: { status: 'OutOfSync' }, health: { status: 'Missing' } },
      'out-of-sync',
      'has not applied what git says of gen3-heart, and finds it missing',
    ],
    [
      'the last sync failed and left an object that is not healthy',
      {
        sync: { status: 'OutOfSync' },
        health: { status: 'Degraded' },
        operationState: { phase: 'Failed', message: 'quota exceeded' },
      },
      'sync-failed',
      'could not apply gen3-heart (quota exceeded), and finds it degraded',
    ],
    // An operation that goes on was never told.
    [
      'it is still being applied',
      {
        sync: { status: 'OutOfSync' },
        operationState: {
          phase: 'Running',
          message: 'waiting for healthy state of apps/Deployment/fence',
          startedAt: minutesAgo(29),
        },
      },
      'out-of-sync',
      'is applying what git says of gen3-heart (waiting for healthy state of apps/Deployment/fence)',
    ],
    [
      'it is being applied and nothing is said of that',
      {
        sync: { status: 'OutOfSync' },
        health: { status: 'Degraded' },
        operationState: { phase: 'Running' },
      },
      'app-unhealthy',
      'finds gen3-heart degraded, and is applying what git says',
    ],
    [
      'it has been applied for long',
      {
        operationState: {
          phase: 'Running',
          message: 'waiting for completion of hook batch/Job/fence-dbcreate',
          startedAt: minutesAgo(45),
        },
      },
      // It was said to have failed.
      'sync-slow',
      'has been applying gen3-heart for 45 min (waiting for completion of hook batch/Job/fence-dbcreate)',
    ],
    // It was green, as one that goes on.
    [
      'a sync failed and is tried again',
      {
        operationState: {
          phase: 'Running',
          message: 'one or more hooks failed. Retrying attempt #3 at 11:55AM.',
          startedAt: minutesAgo(25),
          retryCount: 3,
        },
      },
      'sync-failed',
      'could not apply gen3-heart, and tries again (one or more hooks failed. Retrying attempt #3 at 11:55AM.)',
    ],
  ])('is degraded when %s', async (_, status, cause, reason) => {
    expect(await ask(readingOf(application({ status })))).toMatchObject({
      outcome: 'degraded',
      cause,
      reason,
    });
  });

  // The fleet's filter "out of sync" missed what was also unhealthy.
  it.each<[string, Partial<Status>, string, string[] | undefined]>([
    ['well', { health: { status: 'Healthy' } }, 'out-of-sync', undefined],
    [
      'degraded',
      { health: { status: 'Degraded' } },
      'app-unhealthy',
      ['out-of-sync'],
    ],
    [
      'missing, as before the first sync',
      { health: { status: 'Missing' } },
      'out-of-sync',
      undefined,
    ],
    [
      'degraded after a sync that failed',
      { health: { status: 'Degraded' }, operationState: { phase: 'Failed' } },
      'sync-failed',
      ['app-unhealthy', 'out-of-sync'],
    ],
    [
      'degraded in a sync that takes long',
      {
        health: { status: 'Degraded' },
        operationState: { phase: 'Running', startedAt: minutesAgo(31) },
      },
      'sync-slow',
      ['app-unhealthy', 'out-of-sync'],
    ],
  ])(
    'names all causes of what is out of sync and %s',
    async (_, status, cause, furtherCauses) => {
      const behind = { sync: { status: 'OutOfSync' }, ...status };
      const result = await ask(readingOf(application({ status: behind })));
      expect(result.cause).toBe(cause);
      expect(result.furtherCauses).toEqual(furtherCauses);
    },
  );

  it('bounds what Argo CD has to say', async () => {
    const status = {
      operationState: { phase: 'Error', message: 'x'.repeat(5_000) },
    };
    const { reason } = await ask(readingOf(application({ status })));
    expect(reason.length).toBeLessThan(300);
  });

  it('does not repeat the password of a repository', async () => {
    const message = 'cannot fetch https://bot:s3cret@git.example/fleet: denied';
    const status = { operationState: { phase: 'Error', message } };
    expect(await ask(readingOf(application({ status })))).toMatchObject({
      reason: 'could not apply gen3-heart (cannot fetch <url> denied)',
      evidence: { details: { operation: 'Error: cannot fetch <url> denied' } },
    });
  });

  it('is well while a rollout goes on', async () => {
    const status = { health: { status: 'Progressing' } };
    expect(await ask(readingOf(application({ status })))).toMatchObject({
      outcome: 'up',
    });
  });

  it('knows nothing of an Application that Argo CD has not looked at yet', async () => {
    expect(
      await ask(readingOf(application({ status: { sync: undefined } }))),
    ).toMatchObject({
      outcome: 'unknown',
      cause: 'argocd-silent',
      reason: 'does not say whether gen3-heart is what git says',
    });
  });

  it('is well while the last steps of a sync go on, and says so', async () => {
    const operationState = {
      phase: 'Running',
      message: 'waiting for completion of hook batch/Job/smoke',
      startedAt: minutesAgo(3),
    };
    expect(
      await ask(readingOf(application({ status: { operationState } }))),
    ).toMatchObject({
      outcome: 'up',
      reason:
        'is applying gen3-heart (waiting for completion of hook batch/Job/smoke)',
    });
  });

  const seen = (minutes: number, status: Partial<Status> = {}) =>
    ask(
      readingOf(
        application({
          status: { ...status, reconciledAt: minutesAgo(minutes) },
        }),
      ),
    );

  it('does not take for well what Argo CD has not compared with git for an hour, and says where to look', async () => {
    expect(await seen(59)).toMatchObject({ outcome: 'up' });
    // As "not visible" it counted as not deployed, and left the inside green.
    expect(await seen(2 * 24 * 60)).toMatchObject({
      outcome: 'unknown',
      cause: 'argocd-silent',
      reason:
        'has not compared gen3-heart with git for 2 d: see whether its application controller runs (with timeout.reconciliation 0 it waits for a webhook or a refresh)',
    });
  });

  it.each<[string, Partial<Status>, string, string]>([
    [
      'a sync that failed',
      { operationState: { phase: 'Failed', message: 'quota exceeded' } },
      'sync-failed',
      'could not apply gen3-heart (quota exceeded)',
    ],
    [
      'what is not healthy',
      { health: { status: 'Degraded' } },
      'app-unhealthy',
      'finds gen3-heart degraded',
    ],
    [
      'what is out of sync',
      { sync: { status: 'OutOfSync' } },
      'out-of-sync',
      'has not applied what git says of gen3-heart',
    ],
    // The advice was to mend what git declares, which nobody would have applied.
    [
      'a sync that does not end',
      { operationState: { phase: 'Running', startedAt: minutesAgo(120) } },
      'sync-slow',
      'has been applying gen3-heart for 2 h',
    ],
  ])(
    'still tells %s, after where to look, when Argo CD has not looked for long',
    async (_, status, cause, last) => {
      // All of it was unknown, for ever where Argo CD waits for webhooks.
      expect(await seen(2 * 60, status)).toMatchObject({
        outcome: 'degraded',
        cause: 'argocd-silent',
        furtherCauses: [cause],
        reason: `has not compared gen3-heart with git for 2 h: see whether its application controller runs; the last it says is that it ${last}`,
      });
    },
  );

  it('does not suspect Argo CD of an Application that it refuses to compare', async () => {
    const type = 'InvalidSpecError';
    const conditions = [{ type, message: 'project gen3 does not exist' }];
    expect(await seen(2 * 60, { conditions })).toMatchObject({
      outcome: 'degraded',
      cause: 'sync-failed',
      reason:
        'cannot work on gen3-heart (InvalidSpecError: project gen3 does not exist); it last compared with git 2 h ago',
    });
  });

  it('forgives a failed sync once git says again what runs', async () => {
    const failed = (revision: string) =>
      ask(
        readingOf(
          application({
            status: {
              operationState: { phase: 'Failed', syncResult: { revision } },
            },
          }),
        ),
      );
    expect(await failed('bad')).toMatchObject({ outcome: 'up' });
    expect(await failed('3f2a1c')).toMatchObject({ cause: 'sync-failed' });
  });

  it('is not green while Argo CD cannot tell how it is', async () => {
    const reading = readingOf(
      application({ status: { health: { status: 'Unknown' } } }),
    );
    expect(await ask(reading)).toMatchObject({
      outcome: 'unknown',
      cause: 'argocd-silent',
    });
  });

  it('shows the facts of the Application that decides', async () => {
    const { evidence } = await ask(
      readingOf(
        application({ name: 'good' }),
        application({
          name: 'bad',
          status: { sync: { status: 'OutOfSync', revision: 'b' } },
        }),
      ),
    );
    expect(evidence.details).toMatchObject({
      application: 'bad',
      sync: 'OutOfSync',
    });
  });

  it('is as bad as the worst that deploy to one namespace, and names what is wrong with others', async () => {
    expect(
      await ask(
        readingOf(
          application(),
          application({
            name: 'extras',
            status: { sync: { status: 'OutOfSync' } },
          }),
          application({
            name: 'more',
            status: { health: { status: 'Degraded' } },
          }),
        ),
      ),
    ).toMatchObject({
      outcome: 'degraded',
      cause: 'out-of-sync',
      furtherCauses: ['app-unhealthy'],
    });
  });

  it('is not there in a cluster without Argo CD, which is no fault', async () => {
    expect(
      await ask(failedReading('not-served', 'the cluster has none')),
    ).toMatchObject({
      outcome: 'unknown',
      cause: 'not-visible',
      reason:
        'is not in cluster east; that of another cluster may deploy to heart',
    });
  });

  it('says when it may not be read', async () => {
    expect(await ask(failedReading('forbidden', 'answers 403'))).toMatchObject({
      outcome: 'unknown',
      cause: 'not-readable',
    });
  });
});
