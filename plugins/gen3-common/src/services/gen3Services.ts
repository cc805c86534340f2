import { accessServices } from './accessServices';
import { aiServices } from './aiServices';
import { coreServices } from './coreServices';
import { dataExplorerServices } from './dataExplorerServices';
import { frontendServices } from './frontendServices';
import { imagingServices } from './imagingServices';
import { ohdsiServices } from './ohdsiServices';
import { otherServices } from './otherServices';
import { Gen3Service } from './types';
import { workspaceServices } from './workspaceServices';

/** The chart of every service with a database has a Job that makes it (`gen3-helm:helm/common/templates/_db_setup_job.tpl`). */
function withDatabaseJob(service: Gen3Service): Gen3Service {
  const job = {
    name: `${service.name}-dbcreate`,
    kind: 'Job',
    needed: true,
    title: 'Create the database',
  } as const;
  return service.database
    ? { ...service, jobs: [...service.jobs, job] }
    : service;
}

/**
 * Every service of the `gen3` chart (`gen3-helm:helm/gen3/Chart.yaml`), one row each; the only list of services there is.
 *
 * Left out, because they are no services of Gen3: `common` (a library chart), `elasticsearch` and `postgresql` (third-party
 * databases for development, only with `global.dev`), `gen3-network-policies` and `neuvector` (policies, no workload).
 *
 * `critical` follows the label `critical-service` of the charts, except for ambassador, cedar, hatchery, manifestservice,
 * ssjdispatcher and wts, which only workspaces and ingestion need (docs/adr/0006-critical-services.md).
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
  ...accessServices,
  ...otherServices,
].map(withDatabaseJob);
