import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Sources of Gen3 commons: one source, or several by id. An id has lower-case letters, digits and single dashes.
       * The order decides: of several sources that see the same commons, the one listed first owns its entities. Those of
       * the last config file come first, and clusters after all others.
       * Unknown keys stop the backend with their full path.
       *
       * Omitting it means that no commons is registered automatically.
       */
      gen3?: Gen3Source | { [sourceId: string]: Gen3Source };
    };
  };
}

type Gen3Source =
  | Gen3GitopsSource
  | Gen3ManifestSource
  | Gen3StaticSource
  | Gen3KubernetesSource;

interface Gen3SourceBase {
  /**
   * Owner of commons for which nothing else names one, as an entity ref, e.g. `group:default/gen3-ops`.
   * @default "group:default/unknown"
   * @visibility backend
   */
  owner?: string;
  /**
   * Owners by hostname; they win over `owner` and over what the source says.
   * @default {}
   * @visibility backend
   */
  owners?: { [hostname: string]: string };
  /**
   * `managed`: we operate these commons. `associated`: we only work with them.
   * @default "managed"
   * @visibility backend
   */
  relationship?: 'managed' | 'associated';
  /**
   * Whether the portal asks these commons for their health. The default is `on` for managed commons and `off` for
   * associated ones: polling strangers is impolite.
   * @visibility backend
   */
  probing?: 'on' | 'off';
  /**
   * A run that would drop more than this share of the source's commons is held until a person confirms it. In percent,
   * 0 to 100; a run that would drop all of them is held whatever the value.
   * @default 20
   * @visibility backend
   */
  maxDropPercent?: number;
  /**
   * Base URL of Argo CD, for links: one for all, or one per cluster as the source names it, with `*` for all others.
   * Omitting it means no links.
   * @visibility backend
   */
  argocd?: string | { [cluster: string]: string };
  /**
   * Documentation for users of these commons, for links: one URL for all, or one per hostname, with `*` for all others.
   * A `docsUrl` of an entry of a static source wins. Omitting it means no links.
   * @visibility backend
   */
  docs?: string | { [hostname: string]: string };
  /**
   * When the source is read.
   * @default every 5 minutes, with a timeout of 10 minutes, first 3 seconds after the start, on one replica
   * @visibility backend
   */
  schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
}

/** A source that has names of its own for clusters. */
interface Gen3MappingSource extends Gen3SourceBase {
  /**
   * Names of clusters in Backstage's `kubernetes` config, by the name that the source uses (the folder, in git). A
   * cluster whose names are equal needs no entry.
   * @default {}
   * @visibility backend
   */
  clusters?: { [cluster: string]: string };
}

interface Gen3RepositorySource extends Gen3MappingSource {
  /**
   * The repository: an https URL of a host in `integrations`, or any remote of the git program (`ssh://`,
   * `git@host:path`, `file://`). Write no password into it: use `integrations`, or git's own credential helpers.
   * @visibility backend
   */
  url: string;
  /**
   * Branch, tag or commit; through the integrations of Azure and Bitbucket Server a branch only.
   * @default the repository's default branch
   * @visibility backend
   */
  branch?: string;
  /**
   * `auto`: through the integration of the host, by the git program where the URL asks for it. `git`: always by the
   * git program, which must be installed.
   * @default "auto"
   * @visibility backend
   */
  reader?: 'auto' | 'git';
  /**
   * Folders to look in for declarations of commons. The source fails, and loses nothing, over a folder without any file.
   * @default the whole repository
   * @visibility backend
   */
  paths?: string[];
}

interface Gen3GitopsSource extends Gen3RepositorySource {
  /**
   * Argo CD Applications of the gen3 chart.
   * @visibility backend
   */
  type: 'gitops';
  /**
   * Charts that make a commons: names in a chart repository, or paths in a git repository.
   * @default ["gen3", "helm/gen3"]
   * @visibility backend
   */
  charts?: string[];
  /**
   * Other URLs of the same repository. Applications name the repository of their value files by URL; when the portal
   * reads a mirror, list the original here.
   * @default []
   * @visibility backend
   */
  aliases?: string[];
}

interface Gen3ManifestSource extends Gen3RepositorySource {
  /**
   * cloud-automation's `<hostname>/manifest.json`.
   * @visibility backend
   */
  type: 'manifest';
}

interface Gen3StaticSource extends Gen3MappingSource {
  /**
   * A list in config.
   * @visibility backend
   */
  type: 'static';
  /**
   * The commons. A commons without `services` is taken to run the chart's default ones.
   */
  commons: Array<{
    /**
     * Public hostname in lower case, without scheme, port and path.
     * @visibility backend
     */
    hostname: string;
    /**
     * Name for people.
     * @default the hostname
     * @visibility backend
     */
    title?: string;
    /**
     * What the commons is about, in a sentence or two.
     * @visibility backend
     */
    description?: string;
    /**
     * Services by their names in the service registry, each with its image tag if you like: `fence` or `fence:2026.07`.
     * @default []
     * @visibility backend
     */
    services?: string[];
    /**
     * Owner as an entity ref.
     * @default the source's
     * @visibility backend
     */
    owner?: string;
    /**
     * Lifecycle.
     * @default what the hostname's tier words say: production, staging, qa or development
     * @visibility backend
     */
    lifecycle?: string;
    /**
     * Where the commons answers, an https URL.
     * @default https://<hostname>
     * @visibility backend
     */
    baseUrl?: string;
    /**
     * Documentation for its users.
     * @default the source's `docs`
     * @visibility backend
     */
    docsUrl?: string;
    /**
     * Its data dictionary.
     * @visibility backend
     */
    dictionaryUrl?: string;
    /**
     * Value `global.environment` of its chart.
     * @visibility backend
     */
    environment?: string;
    /**
     * Which front end answers at `/`; it decides where both are asked.
     * @default "portal"
     * @visibility backend
     */
    frontendRoot?: 'portal' | 'gen3ff';
    /**
     * How it is deployed.
     * @visibility backend
     */
    flavour?: 'helm' | 'cloud-automation' | 'kro';
    /**
     * See the source's `relationship`, which is the default.
     * @visibility backend
     */
    relationship?: 'managed' | 'associated';
    /**
     * See the source's `probing`, which is the default.
     * @visibility backend
     */
    probing?: 'on' | 'off';
    /**
     * Name of the cluster it runs in.
     * @visibility backend
     */
    cluster?: string;
    /**
     * Kubernetes namespace it runs in.
     * @visibility backend
     */
    namespace?: string;
    /**
     * Hostnames of the commons whose metadata it aggregates; having any makes it a hub.
     * @default []
     * @visibility backend
     */
    meshMembers?: string[];
  }>;
}

interface Gen3KubernetesSource extends Gen3SourceBase {
  /**
   * Commons that run in clusters: namespaces with the ConfigMap `manifest-global` or the label `role=gen3`, Argo CD
   * Applications of the gen3 chart, and KRO's `AwsGen3AppHelm1`. Clusters are read through Backstage's kubernetes plugin.
   * List this source after those that declare commons: it then completes them, and registers what only exists in a cluster.
   */
  type: 'kubernetes';
  /**
   * Clusters to read, by their names in Backstage's `kubernetes` config.
   * @default all clusters of `kubernetes.clusterLocatorMethods` of type `config`
   * @visibility backend
   */
  clusters?: string[];
  /**
   * Charts that make a commons: names in a chart repository, or paths in a git repository. An Application that has made the
   * ConfigMap of a commons counts whatever its chart is called.
   * @default ["gen3", "helm/gen3"]
   * @visibility backend
   */
  charts?: string[];
}
