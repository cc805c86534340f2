import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createKindAndPodsCheck } from './createKindCheck';
import type { PlaceOptions } from './createPlaceCheck';
import { listNames } from './listNames';
import { isOverdue } from './patience';

type Claim = KubernetesObject<'persistentvolumeclaims'>;

/** All volumes that the commons claims are there. */
export function createVolumesCheck(options: PlaceOptions): Check {
  return createKindAndPodsCheck({
    ...options,
    name: 'volumes',
    kind: 'persistentvolumeclaims',
    judge: (claims, pods) => judgeVolumes({ claims, pods, now: options.now() }),
  });
}

/**
 * Judges claims for volumes: one whose volume is lost, or that a pod has waited for over ten minutes. A claim that no pod uses
 * may wait for its first one for ever (`volumeBindingMode: WaitForFirstConsumer`).
 *
 * Reasons are clauses that follow "Storage".
 *
 * @param input - `now` is in milliseconds since the epoch.
 */
export function judgeVolumes(input: {
  claims: Claim[];
  pods: KubernetesPod[];
  now: number;
}): Verdict {
  const { claims, pods, now } = input;
  const lost = claims.filter(({ status }) => status?.phase === 'Lost');
  if (lost.length > 0) {
    return missing(`has lost the volume of ${namesOf(lost)}`);
  }
  // The pod has waited, whatever the age of its claim.
  const late = new Set(
    pods
      .filter(({ metadata }) => isOverdue(metadata.creationTimestamp, now))
      .flatMap(claimsOf),
  );
  const waiting = claims.filter(
    ({ status, metadata }) =>
      status?.phase === 'Pending' && late.has(metadata.name),
  );
  if (waiting.length > 0) {
    return missing(`has given no volume to ${namesOf(waiting)} for 10 min`);
  }
  const silent = claims.filter(({ status }) => !status?.phase);
  return silent.length > 0
    ? {
        outcome: 'unknown',
        cause: 'not-visible',
        reason: `does not say how ${namesOf(silent)} is`,
      }
    : { outcome: 'up', cause: 'ok', reason: 'has given all volumes' };
}

function missing(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'volume-missing', reason };
}

function claimsOf({ spec }: KubernetesPod): string[] {
  return (spec?.volumes ?? []).flatMap(
    each => each.persistentVolumeClaim?.claimName ?? [],
  );
}

function namesOf(claims: Claim[]): string {
  return listNames(claims.map(({ metadata }) => metadata.name));
}
