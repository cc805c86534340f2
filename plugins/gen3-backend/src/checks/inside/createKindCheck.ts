import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesKind,
  KubernetesObject,
  KubernetesPlace,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
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

/** Makes a check that all objects of one kind decide, together with the pods of the commons. */
export function createKindAndPodsCheck<K extends KubernetesKind>(
  options: KindOptions<K> & {
    judge: (items: KubernetesObject<K>[], pods: KubernetesPod[]) => Verdict;
    /** What is wrong whatever pods there are; told also where pods cannot be read. @defaultValue nothing */
    findTroubleWithoutPods?: (
      items: KubernetesObject<K>[],
    ) => Verdict | undefined;
  },
): Check {
  const { name, kind, client, place, at = place, judge } = options;
  const { findTroubleWithoutPods } = options;
  return createPlaceCheck({
    name,
    place,
    judge: async signal => {
      const [reading, pods] = await Promise.all([
        client.list(kind, at, { signal }),
        client.list('pods', place, { signal }),
      ]);
      return {
        verdict: judgeRead(
          reading,
          { place, kind },
          items =>
            // What is known to be wrong comes before what is not known.
            findTroubleWithoutPods?.(items) ??
            judgeRead(pods, { place, kind: 'pods' }, own => judge(items, own)),
        ),
        readAt: reading.readAt,
      };
    },
  });
}
