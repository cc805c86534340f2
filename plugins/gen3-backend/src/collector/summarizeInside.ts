import {
  type Cause,
  type CheckState,
  layerOf,
  type Outcome,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { worstOf } from '../checks/inside/worstOf';

/** What the cluster says of a commons as a whole. */
export interface InsideSummary {
  status: Outcome;
  cause: Cause;
}

/**
 * The worst of what was found in the cluster; undefined for a commons that nobody looks into. What is not deployed there, such
 * as Argo CD, says nothing; what is and cannot be read keeps the rest from being green.
 */
export function summarizeInside(
  states: Pick<CheckState, 'checkId' | 'outcome' | 'cause'>[],
): InsideSummary | undefined {
  const inside = states.filter(({ checkId }) => layerOf(checkId) === 'inside');
  const telling = inside.filter(({ cause }) => cause !== 'not-visible');
  const worst = worstOf(telling);
  if (worst) return { status: worst.outcome, cause: worst.cause };
  return inside.length > 0
    ? { status: 'unknown', cause: 'not-visible' }
    : undefined;
}
