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

/** No quota of the namespace is used up, so that pods that end can begin anew. */
export function createQuotaCheck(options: PlaceOptions): Check {
  return createKindCheck({
    ...options,
    name: 'quota',
    kind: 'resourcequotas',
    judge: judgeQuotas,
  });
}

/** Judges ResourceQuotas: one of which all is used keeps pods that end from beginning anew. */
export function judgeQuotas(
  quotas: KubernetesObject<'resourcequotas'>[],
): Verdict {
  const full = quotas.flatMap(({ metadata, status }) =>
    Object.entries(status?.hard ?? {}).flatMap(([resource, hard]) => {
      const used = status?.used?.[resource];
      return OF_PODS.test(resource) && used && isUsedUp(used, hard)
        ? [`${resource} of ${metadata.name} (${used} of ${hard})`]
        : [];
    }),
  );
  return full.length > 0
    ? {
        outcome: 'degraded',
        cause: 'quota-used-up',
        reason: `is used up: ${listNames(full)}`,
      }
    : { outcome: 'up', cause: 'ok', reason: 'leaves room for pods' };
}

/** A limit of zero forbids something on purpose; what is no quantity says nothing. */
function isUsedUp(used: string, hard: string): boolean {
  const limit = parseQuantity(hard);
  const taken = parseQuantity(used);
  return (
    limit !== undefined && taken !== undefined && limit > 0 && taken >= limit
  );
}
