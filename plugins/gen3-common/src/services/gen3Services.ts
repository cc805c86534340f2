import { aiServices } from './aiServices';
import { coreServices } from './coreServices';
import { dataExplorerServices } from './dataExplorerServices';
import { frontendServices } from './frontendServices';
import { imagingServices } from './imagingServices';
import { ohdsiServices } from './ohdsiServices';
import { otherServices } from './otherServices';
import { Gen3Service } from './types';
import { workspaceServices } from './workspaceServices';

/**
 * Every service of the `gen3` chart (`gen3-helm:helm/gen3/Chart.yaml`), one row each; the only list of services there is.
 *
 * Left out, because they are no services of Gen3: `common` (a library chart), `elasticsearch` and `postgresql` (third-party
 * databases for development, only with `global.dev`), `gen3-network-policies` and `neuvector` (policies, no workload).
 *
 * `critical` follows the label `critical-service` of the charts, with one exception: ambassador, cedar, hatchery,
 * manifestservice, ssjdispatcher and wts carry the label but are not critical here. Without them people cannot open
 * workspaces or files are indexed late, while they can still log in, search, download and submit: the commons is degraded
 * and its workspace journey is down, but the commons is not down.
 *
 * @public
 */
export const GEN3_SERVICES: readonly Gen3Service[] = [
  ...coreServices,
  ...frontendServices,
  ...dataExplorerServices,
  ...workspaceServices,
  ...imagingServices,
  ...ohdsiServices,
  ...aiServices,
  ...otherServices,
];
