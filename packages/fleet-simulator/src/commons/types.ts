/** How a commons is deployed; the two differ in what the front door answers for a service that is not there. */
export type Flavour = 'helm' | 'cloud-automation';

/** A commons whose metadata another one aggregates, as the aggregate MDS config names it. */
export interface MeshMember {
  /** Key in `gen3_commons` or `adapter_commons`, e.g. `Heart`. */
  name: string;
  /** `commons_url` of the member, e.g. `https://heart.example.org`. */
  url: string;
  /** It is a Gen3 commons, whose data a workspace here may use; others only lend their metadata. */
  isGen3: boolean;
}

/** The Argo CD Application that deploys a commons. */
export interface CommonsApplication {
  name: string;
  /** `spec` as git has it. */
  spec: Readonly<Record<string, unknown>>;
  /** Commit of the repository that has it, and its values; absent where these are in no repository. */
  commit?: string;
}

/** One commons of the fleet: what its values say, and nothing else. Shared parts are shared, so 5,000 are small. */
export interface Commons {
  hostname: string;
  flavour: Flavour;
  /** Registry names of the services that run, with the image tag that git declares (absent: the chart's default). */
  services: ReadonlyMap<string, string | undefined>;
  environment?: string;
  dictionaryUrl?: string;
  /** `global.maintenanceMode` is `"on"`. */
  maintenance: boolean;
  /** Which front end answers `/`. */
  frontendRoot: 'portal' | 'gen3ff';
  /** Peregrine's dataset counts are open to anonymous users. */
  publicDataSets: boolean;
  /** The metadata service aggregates the metadata of `meshMembers`. */
  aggregate: boolean;
  meshMembers: readonly MeshMember[];
  /** The way in is the chart's own Ingress (`revproxy.ingress.enabled`), with a certificate of cert-manager; otherwise AWS's. */
  certManager?: boolean;
  /** Network policies forbid what the commons does not need (`global.netPolicy.enabled`). */
  netPolicy?: boolean;
  /** Cluster it runs in, and namespace there; without both its cluster is not simulated. */
  cluster?: string;
  namespace?: string;
  /** Absent: one is made up. */
  application?: CommonsApplication;
}
