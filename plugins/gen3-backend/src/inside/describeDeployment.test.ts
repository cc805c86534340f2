import { deploymentResponseSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { failedReading, readingOf } from '../__testUtils__/createFakeClusters';
import { describeDeployment } from './describeDeployment';

type Status = NonNullable<KubernetesApplication['status']>;
type Spec = NonNullable<KubernetesApplication['spec']>;

const NOW = Date.parse('2026-11-27T12:00:00Z');
const PLACE = { cluster: 'east', namespace: 'heart' };
const [CHART, OLD, NEW] = ['a', 'b', 'c'].map(letter => letter.repeat(40));

function application(
  change: {
    name?: string;
    status?: Partial<Status>;
    spec?: Partial<Spec>;
  } = {},
): KubernetesApplication {
  return {
    metadata: {
      name: change.name ?? 'gen3-heart',
      namespace: 'argocd',
      ownerReferences: [],
    },
    spec: {
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'heart',
      },
      sources: [
        {
          repoURL: 'https://github.com/uc-cdis/gen3-helm',
          path: 'helm/gen3',
          targetRevision: 'master',
        },
        {
          repoURL: 'https://bot:s3cret@git.example/gitops.git',
          targetRevision: 'main',
          ref: 'values',
        },
      ],
      ...change.spec,
    },
    status: {
      sync: { status: 'Synced', revisions: [CHART, NEW] },
      health: { status: 'Healthy' },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: '2026-11-27T10:00:00Z',
        finishedAt: '2026-11-27T10:00:42Z',
      },
      history: [],
      resources: [],
      conditions: [],
      reconciledAt: '2026-11-27T11:59:00Z',
      ...change.status,
    },
  };
}

/** Passes the schema of REST, as every answer does. */
function described(...applications: KubernetesApplication[]) {
  return deploymentResponseSchema
    .pick({ verdict: true, applications: true })
    .parse(describeDeployment(readingOf(...applications), PLACE, NOW));
}

describe('describeDeployment', () => {
  it('says what Argo CD applied, from where, and when it looked', () => {
    expect(described(application())).toEqual({
      verdict: {
        outcome: 'up',
        cause: 'ok',
        reason: 'has applied gen3-heart',
      },
      applications: [
        {
          name: 'gen3-heart',
          namespace: 'argocd',
          outcome: 'up',
          cause: 'ok',
          reason: 'has applied gen3-heart',
          sync: 'Synced',
          health: 'Healthy',
          sources: [
            {
              repoUrl: 'https://github.com/uc-cdis/gen3-helm',
              path: 'helm/gen3',
              targetRevision: 'master',
              comparedRevision: CHART,
              deployedRevision: CHART,
            },
            {
              repoUrl: 'https://git.example/gitops.git',
              targetRevision: 'main',
              comparedRevision: NEW,
              deployedRevision: NEW,
            },
          ],
          operation: {
            phase: 'Succeeded',
            message: 'successfully synced (all tasks run)',
            startedAt: '2026-11-27T10:00:00.000Z',
            finishedAt: '2026-11-27T10:00:42.000Z',
          },
          conditions: [],
          objects: [],
          totalObjects: 0,
          reconciledAt: '2026-11-27T11:59:00.000Z',
        },
      ],
    });
  });

  // `status.sync` names what Argo CD compared with: when that is not applied, something older runs.
  it.each<[string, Partial<Status>, (string | undefined)[]]>([
    [
      'the newest of the history',
      { history: [{ revisions: [OLD, OLD] }, { revisions: [CHART, OLD] }] },
      [CHART, OLD],
    ],
    [
      'what the last sync applied',
      {
        operationState: {
          phase: 'Succeeded',
          syncResult: { revisions: [CHART, OLD] },
        },
      },
      [CHART, OLD],
    ],
    [
      'nothing, when that sync failed',
      {
        operationState: {
          phase: 'Failed',
          syncResult: { revisions: [CHART, NEW] },
        },
      },
      [undefined, undefined],
    ],
    [
      'nothing, when it had other sources',
      { history: [{ revision: OLD }] },
      [undefined, undefined],
    ],
  ])('takes for deployed while out of sync %s', (_, status, expected) => {
    const [{ sources }] = described(
      application({
        status: {
          sync: { status: 'OutOfSync', revisions: [CHART, NEW] },
          ...status,
        },
      }),
    ).applications;
    expect(sources.map(each => each.comparedRevision)).toEqual([CHART, NEW]);
    expect(sources.map(each => each.deployedRevision)).toEqual(expected);
  });

  it('knows an Application of one source, as charts of a Helm repository have it', () => {
    const source = {
      repoURL: 'https://helm.gen3.org',
      chart: 'gen3',
      targetRevision: '0.2.80',
    };
    const [{ sources }] = described(
      application({
        spec: { source, sources: [] },
        status: { sync: { status: 'Synced', revision: '0.2.80' } },
      }),
    ).applications;
    expect(sources).toEqual([
      {
        repoUrl: 'https://helm.gen3.org',
        chart: 'gen3',
        targetRevision: '0.2.80',
        comparedRevision: '0.2.80',
        deployedRevision: '0.2.80',
      },
    ]);
  });

  it('lists what is not as git says or not healthy, the worst first and no more than 50', () => {
    const synced = (name: string, health?: string) => ({
      kind: 'Deployment',
      name,
      status: 'Synced',
      ...(health ? { health: { status: health, message: `${health}!` } } : {}),
    });
    const [{ objects, totalObjects }] = described(
      application({
        status: {
          resources: [
            synced('well', 'Healthy'),
            synced('suspended', 'Suspended'),
            synced('hook'),
            synced('rolling', 'Progressing'),
            { kind: 'ConfigMap', name: 'manifest-global', status: 'OutOfSync' },
            synced('fence', 'Degraded'),
            ...Array.from({ length: 60 }, (_, index) =>
              synced(`x${index}`, 'Progressing'),
            ),
          ],
        },
      }),
    ).applications;
    expect(totalObjects).toBe(63);
    expect(objects).toHaveLength(50);
    expect(objects.slice(0, 3)).toEqual([
      {
        kind: 'Deployment',
        name: 'fence',
        sync: 'Synced',
        health: 'Degraded',
        message: 'Degraded!',
      },
      { kind: 'ConfigMap', name: 'manifest-global', sync: 'OutOfSync' },
      expect.objectContaining({ name: 'rolling' }),
    ]);
  });

  it('puts the worst Application first, with what to do, and repeats no password', () => {
    const { verdict, applications } = described(
      application(),
      application({
        name: 'extras',
        status: {
          sync: { status: 'OutOfSync' },
          operationState: {
            phase: 'Failed',
            message: 'cannot fetch\nhttps://bot:s3cret@git.example/x',
          },
          conditions: [
            {
              type: 'SyncWarning',
              message: 'see https://bot:s3cret@git.example/x',
            },
          ],
        },
      }),
    );
    expect(verdict).toMatchObject({
      outcome: 'degraded',
      cause: 'sync-failed',
    });
    expect(applications.map(({ name }) => name)).toEqual([
      'extras',
      'gen3-heart',
    ]);
    expect(applications[0]).toMatchObject({
      advice: expect.stringMatching(
        /^Read the message in Argo CD, and mend what git declares/,
      ),
      operation: { message: 'cannot fetch <url>' },
      conditions: [{ type: 'SyncWarning', message: 'see <url>' }],
    });
    expect(JSON.stringify(applications)).not.toContain('s3cret');
  });

  it.each([
    [
      'there is none',
      readingOf<KubernetesApplication>(),
      'has no Application in cluster east that deploys to heart; that of another cluster may have one',
    ],
    [
      'the cluster has no Argo CD',
      failedReading('not-served', 'does not serve it'),
      'is not in cluster east; that of another cluster may deploy to heart',
    ],
    [
      'they may not be read',
      failedReading('forbidden', 'answers 403'),
      'cannot be seen inside: cluster east, asked for applications, answers 403',
    ],
  ])('is unknown, never up, when %s', (_, reading, reason) => {
    expect(describeDeployment(reading, PLACE, NOW)).toMatchObject({
      verdict: { outcome: 'unknown', reason },
      applications: [],
    });
  });
});
