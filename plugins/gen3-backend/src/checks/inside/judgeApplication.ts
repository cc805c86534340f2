import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Phases of an operation that did not do what it was to (`argo-cd:gitops-engine/pkg/sync/common/types.go`). */
const FAILED_PHASES = ['Failed', 'Error'];

/** Health that does not get better by waiting (`argo-cd:gitops-engine/pkg/health/health.go`). */
const UNHEALTHY = ['Degraded', 'Missing'];

/**
 * Judges an Application of Argo CD: whether it could compare and apply what git says, whether that is what runs, and how it finds
 * what it deployed. It never takes a commons down by itself: whether users get through is seen elsewhere.
 *
 * Reasons are clauses that follow "Argo CD".
 */
export function judgeApplication(application: KubernetesApplication): Verdict {
  const { metadata, status } = application;
  const { name } = metadata;
  const degraded = (cause: Verdict['cause'], reason: string): Verdict => ({
    outcome: 'degraded',
    cause,
    reason,
  });
  const mistake = status?.conditions.find(({ type }) => type.endsWith('Error'));
  if (mistake) {
    return degraded(
      'sync-failed',
      `cannot work on ${name} (${mistake.type}: ${shorten(mistake.message)})`,
    );
  }
  const { phase, message } = status?.operationState ?? {};
  if (phase !== undefined && FAILED_PHASES.includes(phase)) {
    return degraded(
      'sync-failed',
      `could not apply ${name} (${shorten(message)})`,
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
  return sync === 'Synced'
    ? { outcome: 'up', cause: 'ok', reason: `has applied ${name}` }
    : {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `does not say whether ${name} is what git says`,
      };
}

/** Messages quote repositories, which may carry a password in their URL. */
function shorten(message: string | undefined): string {
  return boundedClause((message ?? 'no reason given').replace(/\s+/g, ' '));
}
