/**
 * Clients of Gen3 commons, clusters, git and helm for backend packages of the Gen3 CSOC portal.
 *
 * @packageDocumentation
 */
export { configError, type ConfigErrorContext } from './config/configError';
export { parseBody } from './input/parseBody';
export { parseQuery } from './input/parseQuery';
export { readServiceRegistry } from './config/readServiceRegistry';
export { wholeNumber } from './config/wholeNumber';
export { type CertificateFacts } from './http/certificateFactsOf';
export {
  Gen3HttpClient,
  type Gen3HttpClientOptions,
} from './http/Gen3HttpClient';
export type {
  Gen3Download,
  Gen3Handshake,
  Gen3HttpGet,
  Gen3HttpRequest,
  Gen3HttpResponse,
} from './http/Gen3HttpRequest';
export { Gen3UpstreamError } from './http/Gen3UpstreamError';
export { DeadlineError, withDeadline } from './http/withDeadline';
export { isOwnSideCode } from './http/ownSideCodes';
export { type ResolveAddresses } from './http/shareLookups';
export { GitError, type GitErrorReason } from './git/GitError';
export {
  BareRepositoryChangeHost,
  type BareRepositoryChangeHostOptions,
} from './git/BareRepositoryChangeHost';
export type {
  ChangeFile,
  ChangeHost,
  ChangePerson,
  ChangeStatus,
  ProposedChange,
} from './git/ChangeHost';
export {
  ChangeHostError,
  type ChangeHostErrorReason,
} from './git/ChangeHostError';
export {
  createAskGitHost,
  GitHostFailure,
  type AskGitHost,
  type GitHostAnswer,
  type GitHostFetch,
  type GitHostResponse,
} from './git/createAskGitHost';
export { isGitOnlyUrl, isRevisionName } from './git/gitNames';
export {
  GitProgramRepository,
  type GitProgramRepositoryOptions,
} from './git/GitProgramRepository';
export type { GitCommit, GitHistory } from './git/GitHistory';
export {
  GitProgramHistory,
  type GitProgramHistoryOptions,
} from './git/GitProgramHistory';
export type {
  GitBlob,
  GitFile,
  GitRepository,
  GitRevision,
} from './git/GitRepository';
export {
  HostedRepository,
  type HostedRepositoryOptions,
} from './git/HostedRepository';
export { findPages } from './git/pages/findPages';
export {
  type Page,
  type PageHost,
  pageUrl,
  treeUrl,
} from './git/pages/pageUrls';
export { boundedClause } from './kubernetes/boundedClause';
export { readPendingLaunches } from './portal/readPendingLaunches';
export { refreshSource } from './portal/refreshSource';
export { redactUrls } from './git/redactUrls';
export {
  isSameRepository,
  readRepositoryAddress,
  type RepositoryAddress,
  withoutTrailingSlash,
} from './git/repositoryAddress';
export { trimEndSlashes } from './git/trimEndSlashes';
export {
  type Application,
  type ApplicationSource,
  isObjectName,
  keyOfChart,
  sourcesOf,
} from './gitops/applicationSchema';
export { findGen3Dependency } from './gitops/findGen3Dependency';
export { GEN3_CHARTS, isChartOf, trimSlashes } from './gitops/isChartOf';
export { locateValues } from './gitops/locateValues';
export {
  type ApplicationComplaint,
  type DeclaredApplication,
  mayDeclareApplications,
  parseApplications,
} from './gitops/parseApplications';
export type { FileLayer, InlineLayer, ValueLayer } from './gitops/ValueLayer';
export { complainAboutShape } from './yaml/complainAboutShape';
export { MAX_YAML_LENGTH, readYaml, type YamlComplaint } from './yaml/readYaml';
export type { YamlLines } from './yaml/YamlLines';
export {
  CLUSTER_FAILURES,
  type ClusterClient,
  type ClusterFailure,
  type KindReading,
  type KubernetesPlace,
  type ListOptions,
} from './kubernetes/ClusterClient';
export { findDestination } from './kubernetes/findDestination';
export { itemsOf } from './kubernetes/itemsOf';
export type {
  ClusterVersions,
  VersionReading,
} from './kubernetes/ClusterVersions';
export {
  type ClusterNames,
  discoverClusterNames,
} from './kubernetes/discoverClusterNames';
export type { ProxyAccess, ProxyFetch } from './kubernetes/createPluginRequest';
export type { KubernetesKind, KubernetesObject } from './kubernetes/kinds';
export type { KubernetesApplication } from './kubernetes/applications';
export type {
  KubernetesCronJob,
  KubernetesJob,
  KubernetesPod,
  KubernetesWorkload,
} from './kubernetes/objects';
export { Readings } from './kubernetes/Readings';
export {
  ProxyClusterClient,
  type ProxyClusterClientDeps,
  type ProxyClusterClientOptions,
} from './kubernetes/ProxyClusterClient';
export {
  WideClusterClient,
  type WideClusterClientOptions,
} from './kubernetes/WideClusterClient';
export { HelmError, type HelmErrorReason } from './helm/HelmError';
export { HelmRenderer, type HelmRendererOptions } from './helm/HelmRenderer';
export { ChartError, type ChartErrorReason } from './helm/ChartError';
export type {
  ChartSource,
  MissingDependency,
  StoredChart,
} from './helm/ChartSource';
export { describeChart } from './helm/ChartSource';
export { ChartStore, type ChartStoreOptions } from './helm/ChartStore';
export type { ChartClient } from './helm/fetchChartArchive';
export { RecentAnswers, type RecentAnswersOptions } from './helm/RecentAnswers';
