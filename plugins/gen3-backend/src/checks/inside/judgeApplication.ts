import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Phases of an operation that did not do what it was to (`argo-cd:gitops-engine/pkg/sync/common/types.go`). */
const FAILED_PHASES = ['Failed', 'Error'];

/** Health that does not get better by waiting (`argo-cd:gitops-engine/pkg/health/health.go`). */
const UNHEALTHY = ['Degraded', 'Missing'];

/** Argo CD looks every three minutes as a rule; one that has not for so long has stopped, and knows nothing of now. */
const STOPPED_AFTER_MS = 3_600_000;

type Status = KubernetesApplication['status'];

/**
 * Judges an Application of Argo CD: whether it could compare and apply what git says, whether that is what runs, and how it finds
 * what it deployed. It never takes a commons down by itself: whether users get through is seen elsewhere.
 *
 * Reasons are clauses that follow "Argo CD".
 *
 * @param now - milliseconds since the epoch.
 */
export function judgeApplication(
  application: KubernetesApplication,
  now: number,
): Verdict {
  const { metadata, status } = application;
  const { name } = metadata;
  const degraded = (cause: Verdict['cause'], reason: string): Verdict => ({
    outcome: 'degraded',
    cause,
    reason,
  });
  const unknown = (reason: string): Verdict => ({
    outcome: 'unknown',
    cause: 'not-visible',
    reason,
  });
  const silentMs = now - Date.parse(status?.reconciledAt ?? '');
  if (silentMs > STOPPED_AFTER_MS) {
    return unknown(
      `has not looked at ${name} for ${describeDuration(
        silentMs,
      )}: it may have stopped`,
    );
  }
  const mistake = status?.conditions.find(({ type }) => type.endsWith('Error'));
  if (mistake) {
    return degraded(
      'sync-failed',
      `cannot work on ${name} (${mistake.type}: ${shorten(mistake.message)})`,
    );
  }
  if (hasFailed(status)) {
    return degraded(
      'sync-failed',
      `could not apply ${name} (${shorten(status?.operationState?.message)})`,
    );
  }
  const sync = status?.sync?.status;
  if (sync === 'OutOfSync') {
    return degraded('out-of-sync', `has not applied what git says of ${name}`);
  }
  const health = status?.health?.status;
  if (health !== undefined && UNHEALTHY.includes(health)) {
    return degraded(
      'app-unhealthy',
      `finds ${name} ${health.toLowerCase()}${
        status?.health?.message ? ` (${shorten(status.health.message)})` : ''
      }`,
    );
  }
  if (sync !== 'Synced') {
    return unknown(`does not say whether ${name} is what git says`);
  }
  return health === 'Unknown'
    ? unknown(`cannot tell how ${name} is`)
    : { outcome: 'up', cause: 'ok', reason: `has applied ${name}` };
}

/** A failed operation stands until the next one; where git was put back to what runs, there is none. */
function hasFailed(status: Status): boolean {
  const { phase = '', syncResult } = status?.operationState ?? {};
  const isMended =
    status?.sync?.status === 'Synced' &&
    syncResult !== undefined &&
    revisionsOf(syncResult) !== revisionsOf(status.sync);
  return FAILED_PHASES.includes(phase) && !isMended;
}

function revisionsOf(of: { revision?: string; revisions?: string[] }): string {
  return (of.revisions ?? [of.revision ?? '']).join(' ');
}

/** Messages quote repositories, which may carry a password in their URL. */
function shorten(message: string | undefined): string {
  return boundedClause((message ?? 'no reason given').replace(/\s+/g, ' '));
}
