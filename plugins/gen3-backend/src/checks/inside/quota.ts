import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createKindCheck } from './createKindCheck';
import type { PlaceOptions } from './createPlaceCheck';
import { listNames } from './listNames';
import { parseQuantity } from './parseQuantity';

/** What a pod needs room in; the rest, such as Services and claims, is not used anew by one that begins again. */
const OF_PODS =
  /^(?:pods|count\/pods|(?:requests\.|limits\.)?(?:cpu|memory|ephemeral-storage))$/;

/**
 * No quota of the namespace is used up, so that pods that end can begin anew. Whether what is left is enough for the next one is known when
 * Kubernetes refuses it: see `findRefusal`.
 */
export function createQuotaCheck(options: PlaceOptions): Check {
  return createKindCheck({
    ...options,
    name: 'quota',
    kind: 'resourcequotas',
    judge: judgeQuotas,
  });
}

/**
 * Judges ResourceQuotas: one of which all is used keeps pods that end from beginning anew.
 *
 * Reasons are clauses that follow "Quota".
 */
export function judgeQuotas(
  quotas: KubernetesObject<'resourcequotas'>[],
): Verdict {
  const rows = quotas.flatMap(({ metadata, status }) =>
    Object.entries(status?.hard ?? {})
      .filter(([resource]) => OF_PODS.test(resource))
      .map(([resource, hard]) => {
        const used = status?.used?.[resource] ?? '';
        const name = `${resource} of ${metadata.name}`;
        return { name, used, hard, share: shareOf(used, hard) };
      }),
  );
  const full = rows.filter(({ share }) => share !== undefined && share >= 1);
  if (full.length > 0) {
    return {
      outcome: 'degraded',
      cause: 'quota-used-up',
      reason: `is used up: ${listNames(
        full.map(({ name, used, hard }) => `${name} (${used} of ${hard})`),
      )}`,
    };
  }
  const silent = [
    ...quotas
      .filter(({ status }) => !status?.hard)
      .map(({ metadata }) => metadata.name),
    ...rows.filter(({ share }) => share === undefined).map(({ name }) => name),
  ];
  return silent.length > 0
    ? {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `cannot be judged: ${listNames(
          silent,
        )} does not say what is used`,
      }
    : { outcome: 'up', cause: 'ok', reason: 'is not used up' };
}

/** Undefined when either is no quantity. A limit of zero forbids something on purpose, and so is not used up. */
function shareOf(used: string, hard: string): number | undefined {
  const limit = parseQuantity(hard);
  const taken = parseQuantity(used);
  if (limit === undefined || taken === undefined) return undefined;
  return limit > 0 ? taken / limit : 0;
}
