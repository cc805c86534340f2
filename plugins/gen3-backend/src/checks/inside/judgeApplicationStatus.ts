import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { foldMessage } from './foldMessage';

/** Phases of an operation that did not do what it was to (`argo-cd:gitops-engine/pkg/sync/common/types.go`). */
const FAILED_PHASES = ['Failed', 'Error'];

/** Phases of an operation that goes on. */
const RUNNING_PHASES = ['Running', 'Terminating'];

/**
 * How long an operation may go on: a sync of all of Gen3 waits for its jobs and pods. Argo CD itself has no limit
 * (`argo-cd:docs/operator-manual/argocd-cmd-params-cm.yaml`, `controller.sync.timeout.seconds: "0"`), so one that waits for a hook that
 * hangs goes on for ever.
 */
const SLOW_AFTER_MS = 30 * 60_000;

/** Health that does not get better by waiting (`argo-cd:gitops-engine/pkg/health/health.go`). */
const UNHEALTHY = ['Degraded', 'Missing'];

type Status = KubernetesApplication['status'];

/**
 * Judges what an Application of Argo CD says of itself, whatever its age. What it could not do comes first, then health, then that git is not
 * applied: the first explains the others; what is also wrong is said with it, without its message.
 *
 * Something missing that git has and the cluster has not yet is a matter of the sync, not of health.
 *
 * @param now - milliseconds since the epoch.
 */
export function judgeApplicationStatus(
  { metadata: { name }, status }: KubernetesApplication,
  now: number,
): Verdict {
  const health = unhealthyOf(status);
  const isBehind = status?.sync?.status === 'OutOfSync';
  const failure = describeFailure(name, status, now);
  if (failure) {
    return degraded(
      'sync-failed',
      health ? `${failure}, and finds it ${health}` : failure,
    );
  }
  if (health && !(isBehind && health === 'missing')) {
    const message = parenthesised(status?.health?.message);
    return degraded(
      'app-unhealthy',
      `finds ${name} ${health}${message}${
        isBehind ? `, and ${describeBehind(status)}` : ''
      }`,
    );
  }
  const operation = parenthesised(status?.operationState?.message);
  if (isBehind) {
    return degraded(
      'out-of-sync',
      `${describeBehind(status)} of ${name}${
        isRunning(status) ? operation : ''
      }${health ? `, and finds it ${health}` : ''}`,
    );
  }
  if (status?.sync?.status !== 'Synced') {
    return unknown(`does not say whether ${name} is what git says`);
  }
  if (status.health?.status === 'Unknown') {
    return unknown(`cannot tell how ${name} is`);
  }
  return {
    outcome: 'up',
    cause: 'ok',
    reason: isRunning(status)
      ? `is applying ${name}${operation}`
      : `has applied ${name}`,
  };
}

/** Why what git says could not be compared or applied; undefined when it could, or may be yet. */
function describeFailure(
  name: string,
  status: Status,
  now: number,
): string | undefined {
  const mistake = status?.conditions.find(({ type }) => type.endsWith('Error'));
  if (mistake) {
    return `cannot work on ${name} (${mistake.type}: ${foldMessage(
      mistake.message ?? 'no reason given',
    )})`;
  }
  const { message, startedAt } = status?.operationState ?? {};
  if (hasFailed(status)) {
    return `could not apply ${name} (${foldMessage(
      message ?? 'no reason given',
    )})`;
  }
  const runningMs = now - Date.parse(startedAt ?? '');
  return isRunning(status) && runningMs > SLOW_AFTER_MS
    ? `has been applying ${name} for ${describeDuration(
        runningMs,
      )}${parenthesised(message)}`
    : undefined;
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

function isRunning(status: Status): boolean {
  return RUNNING_PHASES.includes(status?.operationState?.phase ?? '');
}

function describeBehind(status: Status): string {
  return isRunning(status)
    ? 'is applying what git says'
    : 'has not applied what git says';
}

function unhealthyOf(status: Status): string | undefined {
  const health = status?.health?.status ?? '';
  return UNHEALTHY.includes(health) ? health.toLowerCase() : undefined;
}

function revisionsOf(of: { revision?: string; revisions?: string[] }): string {
  return (of.revisions ?? [of.revision ?? '']).join(' ');
}

function parenthesised(message: string | undefined): string {
  return message ? ` (${foldMessage(message)})` : '';
}

function degraded(cause: Verdict['cause'], reason: string): Verdict {
  return { outcome: 'degraded', cause, reason };
}

function unknown(reason: string): Verdict {
  return { outcome: 'unknown', cause: 'not-visible', reason };
}
