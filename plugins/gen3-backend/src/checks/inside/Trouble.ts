import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What is wrong with a workload. */
export interface Trouble {
  cause: Cause;
  /** Clause that stands alone: `fence-1 crash-loops (exit code 1, 7 restarts)`. */
  clause: string;
}
