import { aggregateMetadata } from './checks/aggregateMetadata';
import { awsPlaceholders } from './checks/awsPlaceholders';
import { certificate } from './checks/certificate';
import { chartRenders } from './checks/chartRenders';
import { cloneOf } from './checks/cloneOf';
import { clusterKnown } from './checks/clusterKnown';
import { clusterReachable } from './checks/clusterReachable';
import { databaseInNamespace } from './checks/databaseInNamespace';
import { databaseReference } from './checks/databaseReference';
import { deadKeys } from './checks/deadKeys';
import { dictionary } from './checks/dictionary';
import { environmentDefault } from './checks/environmentDefault';
import { externalSecretsVersion } from './checks/externalSecretsVersion';
import { fenceMigration } from './checks/fenceMigration';
import { frontendRoot } from './checks/frontendRoot';
import { gcp } from './checks/gcp';
import { generatedSecrets } from './checks/generatedSecrets';
import { guppyIndices } from './checks/guppyIndices';
import { hostnameResolves } from './checks/hostnameResolves';
import { hostnameSyntax } from './checks/hostnameSyntax';
import { hostnameTaken } from './checks/hostnameTaken';
import { imageTags } from './checks/imageTags';
import { indexdPrefix } from './checks/indexdPrefix';
import { kubernetesNames } from './checks/kubernetesNames';
import { meshHub } from './checks/meshHub';
import { mixedReleases } from './checks/mixedReleases';
import { movingTags } from './checks/movingTags';
import { namesOutside } from './checks/namesOutside';
import { namespaceTaken } from './checks/namespaceTaken';
import { networkPolicies } from './checks/networkPolicies';
import { openshift } from './checks/openshift';
import { ownerReference } from './checks/ownerReference';
import { pdbReplicas } from './checks/pdbReplicas';
import { portalMemory } from './checks/portalMemory';
import { queues } from './checks/queues';
import { releaseExists } from './checks/releaseExists';
import { secretStore } from './checks/secretStore';
import { secretsInline } from './checks/secretsInline';
import { secretsShared } from './checks/secretsShared';
import { serviceDependencies } from './checks/serviceDependencies';
import { servicesKnown } from './checks/servicesKnown';
import { sourceKnown } from './checks/sourceKnown';
import { tierAccess } from './checks/tierAccess';
import { unknownKeys } from './checks/unknownKeys';
import { mockLogin } from './checks/mockLogin';
import { usersync } from './checks/usersync';
import type { PreflightCheck } from './types';

/** Every question that preflight asks, in the order of the wizard. */
export const PREFLIGHT_CHECKS: readonly PreflightCheck[] = [
  hostnameSyntax,
  hostnameTaken,
  hostnameResolves,
  certificate,
  ownerReference,
  sourceKnown,
  cloneOf,
  clusterKnown,
  clusterReachable,
  namespaceTaken,
  kubernetesNames,
  environmentDefault,
  namesOutside,
  meshHub,
  releaseExists,
  imageTags,
  mixedReleases,
  movingTags,
  servicesKnown,
  serviceDependencies,
  frontendRoot,
  queues,
  guppyIndices,
  aggregateMetadata,
  portalMemory,
  databaseInNamespace,
  databaseReference,
  dictionary,
  indexdPrefix,
  fenceMigration,
  mockLogin,
  usersync,
  tierAccess,
  secretsInline,
  secretsShared,
  generatedSecrets,
  secretStore,
  externalSecretsVersion,
  networkPolicies,
  pdbReplicas,
  awsPlaceholders,
  gcp,
  openshift,
  unknownKeys,
  deadKeys,
  chartRenders,
];
