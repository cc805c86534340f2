import type { LaunchPlan } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchFile, LaunchTarget } from '../types';

/** How the files of a commons lie in a GitOps repository. */
export interface Layout {
  /** Folder that belongs to the commons alone. */
  folderOf(plan: LaunchPlan): string;
  build(options: {
    plan: LaunchPlan;
    target: LaunchTarget;
    folder: string;
    /** Text of the values of gen3. */
    valuesFile: string;
  }): LaunchFile[];
}
