import {
  ApplicationRow,
  CommitRow,
  CommitsResponse,
  DeploymentResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** The commit that Argo CD deployed. */
export const DEPLOYED = 'd'.repeat(40);

/** An Application that has applied what git says. */
export function application(
  change: Partial<ApplicationRow> = {},
): ApplicationRow {
  return {
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
        comparedRevision: 'c'.repeat(40),
        deployedRevision: 'c'.repeat(40),
      },
      {
        repoUrl: 'https://git.example/gitops',
        targetRevision: 'main',
        comparedRevision: DEPLOYED,
        deployedRevision: DEPLOYED,
      },
    ],
    operation: {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      startedAt: minutesAgo(61),
      finishedAt: minutesAgo(60),
    },
    conditions: [],
    objects: [],
    totalObjects: 0,
    reconciledAt: minutesAgo(2),
    ...change,
  };
}

/** One whose ConfigMap is not as git says. */
export const outOfSync = application({
  outcome: 'degraded',
  cause: 'out-of-sync',
  reason: 'has not applied what git says of gen3-heart',
  advice:
    'Sync the Application in Argo CD, or find out why it does not sync by itself.',
  sync: 'OutOfSync',
  objects: [{ kind: 'ConfigMap', name: 'manifest-global', sync: 'OutOfSync' }],
  totalObjects: 1,
});

/** A commons that Argo CD deploys. */
export function deploymentResponse(
  change: Partial<DeploymentResponse> = {},
): DeploymentResponse {
  return {
    entityRef: 'system:default/heart.example',
    hostname: 'heart.example',
    place: { cluster: 'east-1', namespace: 'heart' },
    unreadable: [],
    asOf: minutesAgo(0),
    verdict: { outcome: 'up', cause: 'ok', reason: 'has applied gen3-heart' },
    applications: [application()],
    ...change,
  };
}

/** A commit of an hour ago. */
export function commit(change: Partial<CommitRow> = {}): CommitRow {
  const { sha = 'a'.repeat(40) } = change;
  return {
    sha,
    subject: 'Raise fence to 2026.07',
    author: 'Ada',
    at: minutesAgo(60),
    url: `https://git.example/gitops/commit/${sha}`,
    ...change,
  };
}

/** A folder with one commit, of which nobody asked whether it is deployed. */
export function commitsResponse(
  change: Partial<CommitsResponse> = {},
): CommitsResponse {
  return {
    entityRef: 'system:default/heart.example',
    asOf: minutesAgo(0),
    state: 'listed',
    repo: 'https://git.example/gitops',
    branch: 'main',
    paths: ['prod/heart.example'],
    historyUrl: 'https://git.example/gitops/commits/main/prod/heart.example',
    commits: [commit()],
    revisions: [],
    ...change,
  };
}
