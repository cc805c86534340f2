import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  findDestination,
  isObjectName,
  itemsOf,
  KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { compareText } from '../../lib/compareText';
import { DiscoveredCommons } from '../types';
import { classifyApplication } from '../gitops/classifySource';
import { ClusterLists } from './readClusterLists';

type Source = NonNullable<KubernetesApplication['spec']>['sources'][number];

/** What has a commons deployed to a namespace. */
export interface Deployer {
  cluster: string;
  namespace: string;
  argocdApp?: DiscoveredCommons['argocdApp'];
  /** `global.hostname` where it is a parameter and not in a value file. */
  hostname?: string;
  /** KRO has it deployed. */
  isKro: boolean;
}

/**
 * Finds what deploys commons, and where to: Applications of the gen3 chart, those that have made the ConfigMap of a commons
 * (whatever their chart is called), and KRO's `AwsGen3AppHelm1`. Argo CD may deploy to other clusters than its own; those count
 * that it calls as Backstage does. Pure.
 *
 * @returns sorted by the Application's name
 */
export function findDeployers(options: {
  /** Cluster that was read. */
  cluster: string;
  lists: ClusterLists;
  /** All clusters of the source. */
  clusters: readonly string[];
  charts: readonly string[];
  registry: ServiceRegistry;
}): Deployer[] {
  const { cluster, lists, clusters, charts, registry } = options;
  const ofArgoCd = itemsOf(lists.applications)
    .filter(
      each =>
        isObjectName(each.metadata.name) && isOfCommons(each, charts, registry),
    )
    .sort((a, b) => compareText(a.metadata.name, b.metadata.name))
    .map(({ metadata, spec }) => ({
      target: findDestination(spec?.destination ?? {}, cluster),
      argocdApp: {
        namespace: metadata.namespace ?? 'argocd',
        name: metadata.name,
      },
      hostname: hostnameOf(spec),
      isKro: metadata.labels?.['app.kubernetes.io/managed-by'] === 'kro',
    }));
  const ofKro = itemsOf(lists.awsgen3apphelm1s).map(({ spec, status }) => ({
    target: findDestination(
      { name: status?.argoCDClusterName, namespace: spec?.name },
      cluster,
    ),
    isKro: true,
  }));
  return [...ofArgoCd, ...ofKro].flatMap(({ target, ...each }) =>
    target && clusters.includes(target.cluster) ? [{ ...each, ...target }] : [],
  );
}

function isOfCommons(
  application: KubernetesApplication,
  charts: readonly string[],
  registry: ServiceRegistry,
): boolean {
  const { metadata, spec, status } = application;
  const { kind } = classifyApplication({
    application: {
      metadata: { name: metadata.name, namespace: metadata.namespace },
      spec: { sources: sourcesOf(spec).map(toClassify) },
    },
    charts,
    registry,
    // Charts that have gen3 as a part are known by what they have made.
    umbrellaOf: () => undefined,
  });
  return (
    kind === 'gen3' ||
    (status?.resources ?? []).some(
      each => each.kind === 'ConfigMap' && each.name === 'manifest-global',
    )
  );
}

/** Argo CD ignores `source` when there are `sources`. */
function sourcesOf(spec: KubernetesApplication['spec']): Source[] {
  const { source, sources = [] } = spec ?? {};
  return sources.length > 0 || !source ? sources : [source];
}

function toClassify(source: Source) {
  const { repoURL, path, chart, targetRevision, ref } = source;
  return { repoURL, path, chart, targetRevision, ref };
}

function hostnameOf(spec: KubernetesApplication['spec']): string | undefined {
  // Of parameters that are given twice, Helm takes the last.
  return sourcesOf(spec)
    .flatMap(({ helm }) => helm?.parameters ?? [])
    .at(-1)?.value;
}
