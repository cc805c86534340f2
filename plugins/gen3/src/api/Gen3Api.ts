import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  ChangeDetails,
  ChangesPage,
  ChangesQuery,
  ClustersPage,
  ClustersQuery,
  CommitsResponse,
  CommonsHealthResponse,
  DeploymentResponse,
  EditOptions,
  FleetPage,
  FleetQuery,
  FleetSummary,
  JobsResponse,
  LaunchOptions,
  PreflightRequest,
  PreflightResponse,
  PreviewRequest,
  PreviewResponse,
  SourcesResponse,
  WorkloadsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** A commons by the namespace and name of its entity. @public */
export interface CommonsKey {
  namespace: string;
  name: string;
}

/** What a caller of {@link Gen3Api} may say about every request. @public */
export interface Gen3RequestOptions {
  signal?: AbortSignal;
}

/**
 * The portal's REST interface as pages use it. Every answer has passed its schema.
 *
 * All methods throw `ResponseError` when the backend answers with an error, and `Error` when the answer has another
 * shape than the contract says.
 *
 * @public
 */
export interface Gen3Api {
  /** One page of the fleet; the backend's defaults hold for what the query leaves out. */
  getFleet(
    query: Partial<FleetQuery>,
    options?: Gen3RequestOptions,
  ): Promise<FleetPage>;
  getFleetSummary(options?: Gen3RequestOptions): Promise<FleetSummary>;
  /** One page of the clusters that commons run in, each as it answers now: it may take seconds. */
  getClusters(
    query: Partial<ClustersQuery>,
    options?: Gen3RequestOptions,
  ): Promise<ClustersPage>;
  getCommonsHealth(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<CommonsHealthResponse>;
  /** What runs in the namespace of a commons, as its cluster says now. */
  getCommonsWorkloads(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<WorkloadsResponse>;
  /** CronJobs and Jobs of a commons, as its cluster says now. */
  getCommonsJobs(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<JobsResponse>;
  /** What Argo CD deploys of a commons, as its cluster says now. */
  getCommonsDeployment(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<DeploymentResponse>;
  /** The newest commits of a commons in git, and which of them these revisions (full commit ids, at most five) contain. */
  getCommonsCommits(
    commons: CommonsKey,
    options?: Gen3RequestOptions & { revisions?: string[] },
  ): Promise<CommitsResponse>;
  /** What an edit of a commons begins with, as git says; refused, with the reason, where there can be none. It may take seconds. */
  getCommonsEditOptions(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<EditOptions>;
  /** Asks for a round of checks now; resolves when it is accepted, not when it is done. */
  refreshCommons(commons: CommonsKey): Promise<void>;
  /**
   * Every source, or with `hostname` those that know this commons, each with only the quarantine and findings that concern
   * it.
   */
  getSources(
    options?: Gen3RequestOptions & { hostname?: string },
  ): Promise<SourcesResponse>;
  /** Reads a source now; resolves when that is accepted. */
  refreshSource(sourceId: string): Promise<void>;
  /** Lets the held run of a source drop these commons, and no others. */
  confirmDrop(sourceId: string, hostnames: string[]): Promise<void>;
  /** One page of changes, those that need attention first, then the newest. */
  getChanges(
    query: Partial<ChangesQuery>,
    options?: Gen3RequestOptions,
  ): Promise<ChangesPage>;
  /** A change with its steps and files, and what the caller may do with it now. */
  getChange(id: string, options?: Gen3RequestOptions): Promise<ChangeDetails>;
  /** Says that a change may be merged; answers with the change as it is then, as the next two do. */
  approveChange(id: string, reason?: string): Promise<ChangeDetails>;
  /** Puts a change into the branch that is deployed. */
  mergeChange(id: string, reason?: string): Promise<ChangeDetails>;
  /** Ends a change without merging it. */
  closeChange(id: string, reason: string): Promise<ChangeDetails>;
  /** Releases and names of clusters that the wizard offers. */
  getLaunchOptions(options?: Gen3RequestOptions): Promise<LaunchOptions>;
  /** What is wrong with a commons that does not exist yet; writes nothing. It may take seconds. */
  preflight(
    request: PreflightRequest,
    options?: Gen3RequestOptions,
  ): Promise<PreflightResponse>;
  /** What a commons would be made of, beside what git holds of it now; writes nothing. It may take a minute. */
  preview(
    request: PreviewRequest,
    options?: Gen3RequestOptions,
  ): Promise<PreviewResponse>;
  /** An OpenAPI document as text: of the fleet and health, or of sources. */
  getOpenApiDocument(of: 'fleet' | 'sources'): Promise<string>;
}

/** Ref of {@link Gen3Api}. @public */
export const gen3ApiRef = createApiRef<Gen3Api>().with({
  id: 'plugin.gen3.client',
  pluginId: 'gen3',
});
