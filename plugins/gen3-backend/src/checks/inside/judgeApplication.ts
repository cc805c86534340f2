import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeApplicationStatus } from './judgeApplicationStatus';

/** Argo CD compares with git every three minutes as a rule. */
const SILENT_AFTER_MS = 3_600_000;

/**
 * Judges an Application of Argo CD: whether it could compare and apply what git says, whether that is what runs, and how it finds
 * what it deployed. It never takes a commons down by itself: whether users get through is seen elsewhere.
 *
 * `reconciledAt` is when it last compared with git (`argo-cd:controller/appcontroller.go`, processAppRefreshQueueItem). When that is long
 * ago, Argo CD has stopped, or its site has polling off (`timeout.reconciliation: 0`, which means once a year) and waits for webhooks. The
 * Application does not tell which: what changes in the cluster is written to `status.sync` and `status.health` without that time, and an
 * operation sets it as it ends. So what was wrong is still said, with its age, and only what was well is not known any more.
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
  const verdict = judgeApplicationStatus(application, now);
  const silentMs = now - Date.parse(status?.reconciledAt ?? '');
  if (!(silentMs > SILENT_AFTER_MS)) return verdict;
  const age = describeDuration(silentMs);
  return verdict.outcome === 'up'
    ? {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `has not compared ${metadata.name} with git for ${age}: see whether its application controller runs (with timeout.reconciliation 0 it waits for a webhook or a refresh)`,
      }
    : {
        ...verdict,
        reason: `${verdict.reason}; it last compared with git ${age} ago`,
      };
}
