import {
  type Cause,
  describeDuration,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { foldMessage, parenthesised } from './foldMessage';
import { isSyncRunning } from './isSyncRunning';

/** Phases of an operation that did not do what it was to (`argo-cd:gitops-engine/pkg/sync/common/types.go`). */
const FAILED_PHASES = ['Failed', 'Error'];

/**
 * How long an operation may go on: a sync of all of Gen3 waits for its jobs and pods. Argo CD itself has no limit
 * (`argo-cd:docs/operator-manual/argocd-cmd-params-cm.yaml`, `controller.sync.timeout.seconds: "0"`), so one that waits for a hook that
 * hangs goes on for ever.
 */
const SLOW_AFTER_MS = 30 * 60_000;

const UNEXPLAINED = 'no reason given';

type Status = KubernetesApplication['status'];

/**
 * Why what git says could not be compared or applied, or takes long to be; undefined when it could, or may be yet.
 *
 * One that failed and tries again by itself has the phase of one that goes on (`argo-cd:controller/appcontroller.go`,
 * processRequestedAppOperation), and has failed until it succeeds.
 *
 * @param now - milliseconds since the epoch.
 */
export function findSyncTrouble(
  { metadata: { name }, status }: KubernetesApplication,
  now: number,
): { cause: Cause; reason: string } | undefined {
  const mistake = status?.conditions.find(({ type }) => type.endsWith('Error'));
  if (mistake) {
    const message = foldMessage(mistake.message ?? UNEXPLAINED);
    return failed(`cannot work on ${name} (${mistake.type}: ${message})`);
  }
  const { message, retryCount = 0, startedAt } = status?.operationState ?? {};
  if (hasFailed(status)) {
    return failed(
      `could not apply ${name} (${foldMessage(message ?? UNEXPLAINED)})`,
    );
  }
  if (!isSyncRunning(status)) return undefined;
  const said = parenthesised(message);
  if (retryCount > 0) {
    return failed(`could not apply ${name}, and tries again${said}`);
  }
  const runningMs = now - Date.parse(startedAt ?? '');
  return runningMs > SLOW_AFTER_MS
    ? {
        cause: 'sync-slow',
        reason: `has been applying ${name} for ${describeDuration(
          runningMs,
        )}${said}`,
      }
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

function revisionsOf(of: { revision?: string; revisions?: string[] }): string {
  return (of.revisions ?? [of.revision ?? '']).join(' ');
}

function failed(reason: string): { cause: Cause; reason: string } {
  return { cause: 'sync-failed', reason };
}
