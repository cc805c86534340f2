/**
 * Annotations of Gen3 entities. All values are strings, as Kubernetes-style annotations are.
 *
 * @public
 */
export const GEN3_ANNOTATIONS = {
  /** Public hostname of the commons, its key everywhere, e.g. `heart.example`. */
  hostname: 'gen3.org/hostname',
  /** Where the commons answers; only written when it is not `https://<hostname>`. */
  baseUrl: 'gen3.org/base-url',
  /** `managed` (we operate it) or `associated` (we only work with it). */
  relationship: 'gen3.org/relationship',
  /** How it is deployed: `helm`, `cloud-automation` or `kro`. */
  flavour: 'gen3.org/flavour',
  /** Value `global.environment` of the chart: on AWS the VPC's name. */
  environment: 'gen3.org/environment',
  /** Names of the services that are switched on, sorted, comma-separated; empty: none; absent: those that are on by default. */
  services: 'gen3.org/services',
  /** Monthly release most services run (`2026.07`), or `mixed`. */
  release: 'gen3.org/release',
  /** On services: the image tag that git declares. */
  imageTag: 'gen3.org/image-tag',
  /** On services: the registry's name of the service, e.g. `fence`. */
  service: 'gen3.org/service',
  /** Which front end answers at `/`: `portal` or `gen3ff`; absent means `portal`. */
  frontendRoot: 'gen3.org/frontend-root',
  /** Where the data dictionary is published. */
  dictionaryUrl: 'gen3.org/dictionary-url',
  /** `hub` or `node` in a mesh. */
  meshRole: 'gen3.org/mesh-role',
  /** On hubs: hostnames of the members, sorted, comma-separated. */
  meshMembers: 'gen3.org/mesh-members',
  /** Repository URL that declares the commons. */
  gitopsRepo: 'gen3.org/gitops-repo',
  /** Path in that repository of the file that declares the commons. */
  gitopsPath: 'gen3.org/gitops-path',
  /** On commons and services: name of the cluster's Resource entity. */
  cluster: 'gen3.org/cluster',
  /** `<namespace>/<name>` of the Argo CD Application. */
  argocdApp: 'gen3.org/argocd-app',
  /** `on` or `off`; off for associated commons unless said otherwise. */
  probing: 'gen3.org/probing',
  /** Id of the source that owns the entity. */
  source: 'gen3.org/source',
} as const;

/**
 * Annotations of an Argo CD Application that deploys a commons: what the chart has no value for. All are optional.
 *
 * @public
 */
export const APPLICATION_ANNOTATIONS = {
  /** Entity reference of the owner. */
  owner: 'gen3.org/owner',
  /** `production`, `staging`, `qa` or `development`. */
  tier: 'gen3.org/tier',
  title: 'gen3.org/title',
} as const;

/**
 * Annotations of Backstage's kubernetes plugin, on commons and services whose cluster it knows.
 *
 * @public
 */
export const KUBERNETES_ANNOTATIONS = {
  /** Name of the cluster in Backstage's `kubernetes` config. */
  cluster: 'backstage.io/kubernetes-cluster',
  namespace: 'backstage.io/kubernetes-namespace',
  labelSelector: 'backstage.io/kubernetes-label-selector',
  /** Instead of a selector: objects have it as the label of the same name. */
  id: 'backstage.io/kubernetes-id',
} as const;
