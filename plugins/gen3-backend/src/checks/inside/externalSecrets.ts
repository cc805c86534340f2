import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesObject,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createKindCheck } from './createKindCheck';
import type { PlaceOptions } from './createPlaceCheck';
import { listNames } from './listNames';
import { parseGoDuration } from './parseGoDuration';

/** On top of three intervals: a store may be slow, and many wait for their turn. */
const GRACE_MS = 3_600_000;

type ExternalSecret = KubernetesObject<'externalsecrets'>;

/** The External Secrets Operator has brought all secrets of the commons up to date. */
export function createExternalSecretsCheck(options: PlaceOptions): Check {
  return createKindCheck({
    ...options,
    name: 'external-secrets',
    kind: 'externalsecrets',
    judge: items => judgeExternalSecrets(items, options.now()),
  });
}

/**
 * Judges ExternalSecrets. One that is not synced is a warning and no more: the chart makes them for secrets, too, that a site
 * does not keep in its store, and what was synced before is still there (`gen3-helm:docs/external_secrets.md`).
 *
 * Reasons are clauses that follow "Secrets".
 *
 * @param now - milliseconds since the epoch.
 */
export function judgeExternalSecrets(
  items: ExternalSecret[],
  now: number,
): Verdict {
  if (items.length === 0) {
    return {
      outcome: 'up',
      cause: 'ok',
      reason: 'do not come from a store in this namespace',
    };
  }
  const late = items.filter(each => readinessOf(each)?.status === 'False');
  if (late.length > 0) {
    const message = readinessOf(late[0])?.message ?? 'no reason given';
    return {
      outcome: 'degraded',
      cause: 'secret-not-synced',
      reason: `are not synced from their store: ${namesOf(
        late,
      )} (${boundedClause(message)})`,
    };
  }
  const old = items.filter(each => isLeftAlone(each, now));
  if (old.length > 0) {
    return {
      outcome: 'degraded',
      cause: 'secret-not-synced',
      reason: `have not been looked at in time, as if the operator had stopped: ${namesOf(
        old,
      )}`,
    };
  }
  const silent = items.filter(each => readinessOf(each)?.status !== 'True');
  return silent.length > 0
    ? {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `cannot be judged: the operator has not said how they are (${namesOf(
          silent,
        )})`,
      }
    : { outcome: 'up', cause: 'ok', reason: 'are synced from their store' };
}

/** The operator fetches each anew in its interval; of one whose interval is 0 it does so once. */
function isLeftAlone({ spec, status }: ExternalSecret, now: number): boolean {
  const intervalMs = parseGoDuration(spec?.refreshInterval ?? '');
  return (
    intervalMs !== undefined &&
    intervalMs > 0 &&
    status?.refreshTime !== undefined &&
    now - Date.parse(status.refreshTime) > 3 * intervalMs + GRACE_MS
  );
}

function readinessOf({ status }: ExternalSecret) {
  return status?.conditions.find(({ type }) => type === 'Ready');
}

function namesOf(items: ExternalSecret[]): string {
  return listNames(items.map(({ metadata }) => metadata.name));
}
