import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  itemsOf,
  type KubernetesKind,
  type KubernetesObject,
  type KubernetesPlace,
  type KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
import { judgeInPart } from './judgeInPart';
import { judgeRead } from './judgeRead';

interface KindOptions<K extends KubernetesKind> extends PlaceOptions {
  /** `quota` of `inside:quota`. */
  name: string;
  kind: K;
  /** Where objects of the kind are. @defaultValue `place` */
  at?: KubernetesPlace;
}

/** Makes a check that all objects of one kind decide. */
export function createKindCheck<K extends KubernetesKind>(
  options: KindOptions<K> & {
    judge: (items: KubernetesObject<K>[]) => Verdict;
  },
): Check {
  const { name, kind, client, place, at = place, judge } = options;
  return createPlaceCheck({
    name,
    place,
    judge: async signal => {
      const reading = await client.list(kind, at, { signal });
      return {
        verdict: judgeRead(reading, { place, kind }, judge),
        readAt: reading.readAt,
      };
    },
  });
}

/**
 * Makes a check that all objects of one kind decide, together with the pods of the commons. Where pods cannot be read, none are judged by:
 * what is wrong all the same is told.
 */
export function createKindAndPodsCheck<K extends KubernetesKind>(
  options: KindOptions<K> & {
    judge: (items: KubernetesObject<K>[], pods: KubernetesPod[]) => Verdict;
  },
): Check {
  const { name, kind, client, place, at = place, judge } = options;
  return createPlaceCheck({
    name,
    place,
    judge: async signal => {
      const [reading, pods] = await Promise.all([
        client.list(kind, at, { signal }),
        client.list('pods', place, { signal }),
      ]);
      return {
        verdict: judgeRead(reading, { place, kind }, items =>
          judgeInPart(place, { pods }, judge(items, itemsOf(pods))),
        ),
        readAt: reading.readAt,
      };
    },
  });
}
