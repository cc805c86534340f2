import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What keeps a pod from serving. */
export interface PodProblem {
  cause: Cause;
  /** Clause that follows the pod's name: `crash-loops (exit code 1, 7 restarts)`. */
  clause: string;
}
