import {
  INSIDE_CHECK_PREFIX,
  type KubernetesPlacement,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { insideResult } from './insideResult';

/** What checks of a namespace need. */
export interface PlaceOptions {
  client: ClusterClient;
  place: KubernetesPlacement;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Makes a check that is about the namespace as a whole, and about no service. */
export function createPlaceCheck(options: {
  /** `quota` of `inside:quota`. */
  name: string;
  place: KubernetesPlacement;
  /** Reads what it needs and judges it; `readAt` is when the cluster answered, ISO 8601 UTC. */
  judge: (signal: AbortSignal) => Promise<{ verdict: Verdict; readAt: string }>;
}): Check {
  const { name, place, judge } = options;
  const id = `${INSIDE_CHECK_PREFIX}${name}`;
  return {
    id,
    async run({ signal }) {
      const { verdict, readAt } = await judge(signal);
      return insideResult({ id, verdict, place, readAt });
    },
  };
}
