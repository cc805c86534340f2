import type {
  KubernetesPlacement,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  itemsOf,
  type KindReading,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { findUnread } from './findUnread';

/** Judges the objects of a kind if they could be read; else says why not. */
export function judgeRead<T>(
  reading: KindReading<T>,
  about: { place: KubernetesPlacement; kind: string },
  judge: (items: T[]) => Verdict,
): Verdict {
  const { place, kind } = about;
  return findUnread(place, { [kind]: reading }) ?? judge(itemsOf(reading));
}
