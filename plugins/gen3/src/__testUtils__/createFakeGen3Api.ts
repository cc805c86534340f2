import { Gen3Api } from '../api/Gen3Api';
import { change, changeDetails, changesPage } from './changeFixtures';
import { clusterRow, clustersPage } from './clusterFixtures';
import { commitsResponse, deploymentResponse } from './deploymentFixtures';
import {
  commonsHealth,
  downRow,
  fleetPage,
  fleetRow,
  fleetSummary,
  source,
  sourcesResponse,
} from './fixtures';
import { preflightResponse } from './preflightFixtures';
import { editOptions } from './editFixtures';
import { previewResponse } from './previewFixtures';
import { jobsResponse, workloadsResponse } from './insideFixtures';

/** A portal with two commons and one source; what one asks it to do, it does not. */
export function createFakeGen3Api(): Gen3Api {
  return {
    getFleet: async () => fleetPage([downRow, fleetRow()]),
    getFleetSummary: async () => fleetSummary(),
    getClusters: async () => clustersPage([clusterRow()]),
    getCommonsHealth: async () => commonsHealth(),
    getCommonsWorkloads: async () => workloadsResponse(),
    getCommonsJobs: async () => jobsResponse(),
    getCommonsDeployment: async () => deploymentResponse(),
    getCommonsCommits: async () => commitsResponse(),
    getCommonsEditOptions: async () => editOptions(),
    refreshCommons: async () => {},
    getSources: async () => sourcesResponse([source()]),
    refreshSource: async () => {},
    confirmDrop: async () => {},
    getChanges: async () => changesPage([change()]),
    getChange: async () => changeDetails(),
    approveChange: async () => changeDetails(),
    mergeChange: async () => changeDetails(),
    closeChange: async () => changeDetails(),
    getLaunchOptions: async () => ({
      releases: [],
      clusterNames: [],
      services: [],
    }),
    preflight: async () => preflightResponse(),
    preview: async () => previewResponse(),
    getOpenApiDocument: async () => '{}',
  };
}
