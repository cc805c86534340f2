import type {
  GitopsLayout,
  LaunchPlan,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildValuesFile } from './buildValuesFile';
import { biocommons } from './layouts/biocommons';
import { gen3Gitops } from './layouts/gen3Gitops';
import { gen3Terraform } from './layouts/gen3Terraform';
import { plain } from './layouts/plain';
import type { Layout } from './layouts/types';
import type { LaunchFile, LaunchTarget } from './types';
import { withoutCredentials } from './withoutCredentials';

const LAYOUTS: Record<GitopsLayout, Layout> = {
  'gen3-gitops': gen3Gitops,
  'gen3-terraform': gen3Terraform,
  biocommons,
  plain,
};

/** Folder of the repository that would belong to the commons alone. */
export function launchFolderOf(plan: LaunchPlan): string {
  return LAYOUTS[plan.layout].folderOf(plan);
}

/** The files of a launch, sorted by path; equal input gives equal text. The portal's credentials for the repositories are not in them. */
export function buildLaunchFiles(options: {
  plan: LaunchPlan;
  target: LaunchTarget;
  registry: ServiceRegistry;
}): LaunchFile[] {
  const { plan, target, registry } = options;
  const { chart, repoUrl } = target;
  return LAYOUTS[plan.layout]
    .build({
      plan,
      target: {
        ...target,
        repoUrl: withoutCredentials(repoUrl),
        chart: { ...chart, repoUrl: withoutCredentials(chart.repoUrl) },
      },
      folder: launchFolderOf(plan),
      valuesFile: buildValuesFile(plan, registry),
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
