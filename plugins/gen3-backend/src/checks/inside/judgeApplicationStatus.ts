import type { Cause, Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';
import { findSyncTrouble } from './findSyncTrouble';
import { parenthesised } from './foldMessage';
import { isSyncRunning } from './isSyncRunning';

/** Health that does not get better by waiting (`argo-cd:gitops-engine/pkg/health/health.go`). */
const UNHEALTHY = ['Degraded', 'Missing'];

type Status = KubernetesApplication['status'];

/**
 * Judges what an Application of Argo CD says of itself, whatever its age. What it could not do comes first, then health, then that git is not
 * applied: the first explains the others; what is also wrong is said with it, without its message, and is a further cause.
 *
 * Something missing that git has and the cluster has not yet is a matter of the sync, not of health.
 *
 * @param now - milliseconds since the epoch.
 */
export function judgeApplicationStatus(
  application: KubernetesApplication,
  now: number,
): Verdict {
  const { metadata, status } = application;
  const { name } = metadata;
  const trouble = findSyncTrouble(application, now);
  const health = unhealthyOf(status);
  const isBehind = status?.sync?.status === 'OutOfSync';
  const isUnhealthy =
    health !== undefined && !(isBehind && health === 'missing');
  const [cause, ...furtherCauses]: Cause[] = [
    ...(trouble ? [trouble.cause] : []),
    ...(isUnhealthy ? (['app-unhealthy'] as const) : []),
    ...(isBehind ? (['out-of-sync'] as const) : []),
  ];
  if (cause === undefined) return judgeSound(name, status);
  const reason =
    trouble || !isUnhealthy
      ? `${trouble?.reason ?? describeWaiting(name, status)}${
          health ? `, and finds it ${health}` : ''
        }`
      : `finds ${name} ${health}${parenthesised(status?.health?.message)}${
          isBehind ? `, and ${describeBehind(status)}` : ''
        }`;
  return {
    outcome: 'degraded',
    cause,
    ...(furtherCauses.length > 0 ? { furtherCauses } : {}),
    reason,
  };
}

/** An Application that says nothing wrong: whether it says that it is well. */
function judgeSound(name: string, status: Status): Verdict {
  if (status?.sync?.status !== 'Synced') {
    return unknown(`does not say whether ${name} is what git says`);
  }
  if (status.health?.status === 'Unknown') {
    return unknown(`cannot tell how ${name} is`);
  }
  return {
    outcome: 'up',
    cause: 'ok',
    reason: isSyncRunning(status)
      ? `is applying ${name}${parenthesised(status.operationState?.message)}`
      : `has applied ${name}`,
  };
}

function describeWaiting(name: string, status: Status): string {
  const message = isSyncRunning(status)
    ? parenthesised(status?.operationState?.message)
    : '';
  return `${describeBehind(status)} of ${name}${message}`;
}

function describeBehind(status: Status): string {
  return isSyncRunning(status)
    ? 'is applying what git says'
    : 'has not applied what git says';
}

function unhealthyOf(status: Status): string | undefined {
  const health = status?.health?.status ?? '';
  return UNHEALTHY.includes(health) ? health.toLowerCase() : undefined;
}

/** It has an Application, so the check is not one of what is not deployed. */
function unknown(reason: string): Verdict {
  return { outcome: 'unknown', cause: 'argocd-silent', reason };
}
