import {
  describeDuration,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { judgeApplicationStatus } from './judgeApplicationStatus';

/** Argo CD compares with git every three minutes as a rule. */
const SILENT_AFTER_MS = 3_600_000;

/** Conditions with which it does not compare at all, such as a project that is gone (`argo-cd:controller/appcontroller.go`, refreshAppConditions). */
const NOT_COMPARED = ['InvalidSpecError', 'UnknownError'];

/**
 * Judges an Application of Argo CD: whether it could compare and apply what git says, whether that is what runs, and how it finds
 * what it deployed. It never takes a commons down by itself: whether users get through is seen elsewhere.
 *
 * `reconciledAt` is when it last compared with git (`argo-cd:controller/appcontroller.go`, processAppRefreshQueueItem). When that is long
 * ago, Argo CD has stopped, or its site has polling off (`timeout.reconciliation: 0`, which means once a year) and waits for webhooks. The
 * Application does not tell which: what changes in the cluster is written to `status.sync` and `status.health` without that time, and an
 * operation sets it as it ends. Where Argo CD has stopped, nothing that is mended in git is applied, so that is what is to be looked at
 * first; what was wrong is still said, and only what was well is not known any more. An Application that Argo CD refuses is never compared,
 * and then that is what is to be mended.
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
  if (status?.conditions.some(({ type }) => NOT_COMPARED.includes(type))) {
    const { reason } = verdict;
    return {
      ...verdict,
      reason: `${reason}; it last compared with git ${age} ago`,
    };
  }
  const silence = `has not compared ${metadata.name} with git for ${age}: see whether its application controller runs`;
  return verdict.outcome === 'degraded'
    ? {
        outcome: 'degraded',
        cause: 'argocd-silent',
        furtherCauses: [verdict.cause, ...(verdict.furtherCauses ?? [])],
        reason: `${silence}; the last it says is that it ${verdict.reason}`,
      }
    : {
        outcome: 'unknown',
        cause: 'argocd-silent',
        reason: `${silence} (with timeout.reconciliation 0 it waits for a webhook or a refresh)`,
      };
}
