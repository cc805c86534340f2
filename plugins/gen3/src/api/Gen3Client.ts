import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChangeDetails,
  changeDetailsSchema,
  ChangesPage,
  changesPageSchema,
  ChangesQuery,
  ClustersPage,
  clustersPageSchema,
  ClustersQuery,
  CommitsResponse,
  commitsResponseSchema,
  CommonsHealthResponse,
  commonsHealthResponseSchema,
  DeploymentResponse,
  deploymentResponseSchema,
  EditOptions,
  editOptionsSchema,
  FleetPage,
  fleetPageSchema,
  FleetQuery,
  FleetSummary,
  fleetSummarySchema,
  JobsResponse,
  jobsResponseSchema,
  LaunchOptions,
  launchOptionsSchema,
  PreflightRequest,
  PreflightResponse,
  preflightResponseSchema,
  PreviewRequest,
  PreviewResponse,
  previewResponseSchema,
  SourcesResponse,
  sourcesResponseSchema,
  WorkloadsResponse,
  workloadsResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { CommonsKey, Gen3Api, Gen3RequestOptions } from './Gen3Api';
import { readAnswer, Schema } from './readAnswer';
import { searchOf } from './searchOf';

/** Dependencies of {@link Gen3Client}. @public */
export interface Gen3ClientOptions {
  fetchApi: FetchApi;
}

/** {@link Gen3Api} over HTTP. @public */
export class Gen3Client implements Gen3Api {
  readonly #fetchApi: FetchApi;

  private constructor(options: Gen3ClientOptions) {
    this.#fetchApi = options.fetchApi;
  }

  static create(options: Gen3ClientOptions): Gen3Client {
    return new Gen3Client(options);
  }

  async getFleet(
    query: Partial<FleetQuery>,
    options?: Gen3RequestOptions,
  ): Promise<FleetPage> {
    const url = `plugin://gen3/fleet${searchOf(query)}`;
    return this.#get(url, fleetPageSchema, options);
  }

  async getFleetSummary(options?: Gen3RequestOptions): Promise<FleetSummary> {
    const url = 'plugin://gen3/fleet/summary';
    return this.#get(url, fleetSummarySchema, options);
  }

  async getClusters(
    query: Partial<ClustersQuery>,
    options?: Gen3RequestOptions,
  ): Promise<ClustersPage> {
    const url = `plugin://gen3/clusters${searchOf(query)}`;
    return this.#get(url, clustersPageSchema, options);
  }

  async getCommonsHealth(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<CommonsHealthResponse> {
    return this.#get(
      `${commonsUrl(commons)}/health`,
      commonsHealthResponseSchema,
      options,
    );
  }

  async getCommonsWorkloads(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<WorkloadsResponse> {
    return this.#get(
      `${commonsUrl(commons)}/workloads`,
      workloadsResponseSchema,
      options,
    );
  }

  async getCommonsJobs(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<JobsResponse> {
    return this.#get(
      `${commonsUrl(commons)}/jobs`,
      jobsResponseSchema,
      options,
    );
  }

  async getCommonsDeployment(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<DeploymentResponse> {
    return this.#get(
      `${commonsUrl(commons)}/deployment`,
      deploymentResponseSchema,
      options,
    );
  }

  async getCommonsCommits(
    commons: CommonsKey,
    options: Gen3RequestOptions & { revisions?: string[] } = {},
  ): Promise<CommitsResponse> {
    const { revisions = [], ...rest } = options;
    const search =
      revisions.length > 0
        ? `?${new URLSearchParams({ revisions: revisions.join(',') })}`
        : '';
    return this.#get(
      `${commonsUrl(commons, 'catalog/gen3')}/commits${search}`,
      commitsResponseSchema,
      rest,
    );
  }

  async getCommonsEditOptions(
    commons: CommonsKey,
    options?: Gen3RequestOptions,
  ): Promise<EditOptions> {
    return this.#get(
      `${commonsUrl(commons)}/edit-options`,
      editOptionsSchema,
      options,
    );
  }

  async refreshCommons(commons: CommonsKey): Promise<void> {
    await this.#post(`${commonsUrl(commons)}/refresh`);
  }

  async getSources(
    options: Gen3RequestOptions & { hostname?: string } = {},
  ): Promise<SourcesResponse> {
    const { hostname, ...rest } = options;
    const search = hostname ? `?${new URLSearchParams({ hostname })}` : '';
    return this.#get(
      `plugin://catalog/gen3/sources${search}`,
      sourcesResponseSchema,
      rest,
    );
  }

  async refreshSource(sourceId: string): Promise<void> {
    await this.#post(`${sourceUrl(sourceId)}/refresh`);
  }

  async confirmDrop(sourceId: string, hostnames: string[]): Promise<void> {
    await this.#post(`${sourceUrl(sourceId)}/confirm-drop`, {
      commons: hostnames,
    });
  }

  async getChanges(
    query: Partial<ChangesQuery>,
    options?: Gen3RequestOptions,
  ): Promise<ChangesPage> {
    const url = `plugin://gen3/changes${searchOf(query)}`;
    return this.#get(url, changesPageSchema, options);
  }

  async getChange(
    id: string,
    options?: Gen3RequestOptions,
  ): Promise<ChangeDetails> {
    return this.#get(changeUrl(id), changeDetailsSchema, options);
  }

  async approveChange(id: string, reason?: string): Promise<ChangeDetails> {
    return this.#actOnChange(id, 'approve', reason);
  }

  async mergeChange(id: string, reason?: string): Promise<ChangeDetails> {
    return this.#actOnChange(id, 'merge', reason);
  }

  async closeChange(id: string, reason: string): Promise<ChangeDetails> {
    return this.#actOnChange(id, 'close', reason);
  }

  async getLaunchOptions(options?: Gen3RequestOptions): Promise<LaunchOptions> {
    return this.#get(
      'plugin://gen3/launch-options',
      launchOptionsSchema,
      options,
    );
  }

  async preflight(
    request: PreflightRequest,
    options?: Gen3RequestOptions,
  ): Promise<PreflightResponse> {
    const url = 'plugin://gen3/preflight';
    const response = await this.#post(url, request, options);
    return readAnswer({ url, response, schema: preflightResponseSchema });
  }

  async preview(
    request: PreviewRequest,
    options?: Gen3RequestOptions,
  ): Promise<PreviewResponse> {
    const url = 'plugin://gen3/preview';
    const response = await this.#post(url, request, options);
    return readAnswer({ url, response, schema: previewResponseSchema });
  }

  async getOpenApiDocument(of: 'fleet' | 'sources'): Promise<string> {
    const url =
      of === 'fleet'
        ? 'plugin://gen3/openapi.json'
        : 'plugin://catalog/gen3/openapi.json';
    return (await this.#send(url, {})).text();
  }

  async #actOnChange(
    id: string,
    action: 'approve' | 'merge' | 'close',
    reason: string | undefined,
  ): Promise<ChangeDetails> {
    const url = `${changeUrl(id)}/${action}`;
    const response = await this.#post(url, reason ? { reason } : {});
    return readAnswer({ url, response, schema: changeDetailsSchema });
  }

  async #get<T>(
    url: string,
    schema: Schema<T>,
    options?: Gen3RequestOptions,
  ): Promise<T> {
    const response = await this.#send(url, { signal: options?.signal });
    return readAnswer({ url, response, schema });
  }

  async #post(
    url: string,
    body?: object,
    options?: Gen3RequestOptions,
  ): Promise<Response> {
    return this.#send(url, {
      method: 'POST',
      signal: options?.signal,
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(url, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function commonsUrl(
  { namespace, name }: CommonsKey,
  below: 'gen3' | 'catalog/gen3' = 'gen3',
): string {
  return `plugin://${below}/commons/${encodeURIComponent(
    namespace,
  )}/${encodeURIComponent(name)}`;
}

function sourceUrl(sourceId: string): string {
  return `plugin://catalog/gen3/sources/${encodeURIComponent(sourceId)}`;
}

function changeUrl(id: string): string {
  return `plugin://gen3/changes/${encodeURIComponent(id)}`;
}
