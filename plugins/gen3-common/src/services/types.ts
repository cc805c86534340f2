/** What a user of a commons wants to do. @public */
export const GEN3_JOURNEYS = [
  'login',
  'search',
  'download',
  'submit',
  'workspace',
] as const;

/** Id of a journey. @public */
export type Gen3JourneyId = (typeof GEN3_JOURNEYS)[number];

/** Words for people. @public */
export const GEN3_JOURNEY_TITLES: Record<Gen3JourneyId, string> = {
  login: 'Log in',
  search: 'Search',
  download: 'Download',
  submit: 'Submit',
  workspace: 'Workspace',
};

/** Services that are usually switched on together. @public */
export const GEN3_BUNDLES = [
  'core',
  'frontend',
  'data-explorer',
  'workspace',
  'imaging',
  'ohdsi',
  'ai',
  'other',
] as const;

/** Id of a bundle. @public */
export type Gen3Bundle = (typeof GEN3_BUNDLES)[number];

/**
 * What the body of a healthy answer looks like. Content types are not part of it: Flask services answer `Healthy` as
 * `text/html`, and the single-page application answers every unknown path with 200 and HTML (`gen3-helm:helm/revproxy`,
 * `data-portal:nginx.conf`), so only the body tells.
 *
 * @public
 */
export type Gen3BodyExpectation =
  /** The trimmed text, without surrounding double quotes, equals `equals`. */
  | { kind: 'text'; equals: string }
  /**
   * A JSON object that has all of `keys` and of `filled`; members named in `filled` are lists or objects that are not empty, and
   * those named in `values` have that exact value.
   */
  | {
      kind: 'json-object';
      keys?: string[];
      filled?: string[];
      values?: Record<string, string>;
    }
  /** A JSON string, such as metadata's version. */
  | { kind: 'json-string' }
  /** An HTML page. */
  | { kind: 'html' }
  /** Anything that is not an HTML page; for services whose body is not known, as it tells the front end from them. */
  | { kind: 'not-html' };

/** One anonymous GET and the answer of a healthy service. @public */
export interface Gen3Probe {
  /** Tells it from the other probes of its service, in the id of its check; one of them may have none. */
  id?: string;
  /** Path on the commons' host, starting with `/`. */
  path: string;
  /** Status of a healthy answer. @defaultValue 200 */
  status?: number;
  /** Body of a healthy answer. */
  body: Gen3BodyExpectation;
}

/**
 * Which front end answers at `/` (value `global.frontendRoot`). With `portal` the other one is at `/ff`, with `gen3ff` the
 * portal is at `/portal` (`gen3-helm:helm/revproxy/gen3.nginx.conf/{portal,gen3ff}-as-root`).
 *
 * @public
 */
export const FRONTEND_ROOTS = ['portal', 'gen3ff'] as const;

/** Which front end answers at `/`. @public */
export type FrontendRoot = (typeof FRONTEND_ROOTS)[number];

/** A Job or CronJob that belongs to a service. Names are fixed: one commons per namespace. @public */
export interface Gen3Job {
  name: string;
  kind: 'Job' | 'CronJob';
  /** Default schedule of a CronJob, cron syntax. */
  schedule?: string;
  /** The chart suspends it by default: it is run by hand. */
  suspended?: boolean;
  /** The service cannot do its work without it: it is degraded when the job fails or is late. @defaultValue false */
  needed?: boolean;
  /**
   * Names that it has in cloud-automation, when they differ from `name`: its own CronJobs, and the Jobs that `gen3 job run` makes, are
   * named as their templates are (`cloud-automation:gen3/bin/job.sh`, `kube/services/jobs`).
   */
  legacyNames?: string[];
  title: string;
}

/**
 * A secret of the secret manager that External Secrets brings to a service (`gen3-helm:helm/<service>/templates/external-secret.yaml`, names in
 * `_helpers.tpl`). That of its database is not among them: `database` tells.
 *
 * @public
 */
export interface Gen3Secret {
  /** Values path that names it. */
  namedBy: string;
  /** Its name where the values give none, the same in every commons. */
  name: string;
  /** Values path of the switch with which Helm makes it, and none is read. */
  madeBy?: string;
  /** That switch is on unless the values say otherwise. @defaultValue false */
  madeByDefault?: boolean;
  /** Values path that has to be set for the service to read it. @defaultValue it does */
  readWith?: string;
  /** External Secrets is asked for it also where `global.externalSecrets.deploy` is off. @defaultValue false */
  always?: boolean;
  /** The service runs without what is in it. @defaultValue false */
  optional?: boolean;
}

/**
 * What decides how many pods a service has (`gen3-helm:helm/<service>/templates`): `autoscaling` is `<service>.replicaCount`, or a HorizontalPodAutoscaler
 * where one is switched on; `own-autoscaling` the same, but `global.autoscaling` counts for nothing; `replicas` is `<service>.replicaCount` alone;
 * `broken-autoscaling` is `<service>.replicaCount`, which is not read where its own `autoscaling.enabled` is on, although no autoscaler finds its pods then;
 * `parts` are counts of its parts, under other keys.
 *
 * @public
 */
export const GEN3_SCALINGS = [
  'autoscaling',
  'own-autoscaling',
  'replicas',
  'broken-autoscaling',
  'parts',
] as const;

/** What decides how many pods a service has. @public */
export type Gen3Scaling = (typeof GEN3_SCALINGS)[number];

/**
 * One row of the service registry: everything the portal knows about one Gen3 service. Nothing else in the portal has a
 * list of services.
 *
 * @public
 */
export interface Gen3Service {
  /** Name of the sub-chart of `gen3`, e.g. `fence`; the service's key everywhere. */
  name: string;
  title: string;
  /** What it does, one sentence. */
  description: string;
  /** Where people read more. */
  docsUrl?: string;
  bundle: Gen3Bundle;
  /** Switched on when the values do not say (`gen3-helm:helm/gen3/values.yaml`). */
  enabledByDefault: boolean;
  /** Values path of the switch. @defaultValue `<name>.enabled` */
  enabledBy?: string;
  /** The commons is down when this service is down. */
  critical: boolean;
  /** Names of services that this one cannot work without. */
  dependsOn: string[];
  /** Journeys that break when this service is down. */
  journeys: Gen3JourneyId[];
  /** Journeys that a commons offers because it has this service, e.g. sheepdog: submit. A subset of `journeys`. */
  offers: Gen3JourneyId[];
  /**
   * Anonymous public probes, the status first; the service is as bad as the worst. Empty when there are none, then
   * `whyNoProbe` says why. Read them with `probesOf`.
   */
  probes: Gen3Probe[];
  /** The probes of a commons whose front-end root is `gen3ff`, when they differ from `probes`. */
  probesAtGen3ffRoot?: Gen3Probe[];
  /** Why the service cannot be asked from outside. */
  whyNoProbe?: string;
  /**
   * Public path that leads to the service, to its status where it has one, but only after a log-in: an anonymous caller gets 401, 403
   * or a redirect, which says nothing about health. Beside `whyNoProbe`.
   */
  gatedPath?: string;
  /**
   * How its version is asked, anonymously like a probe, and what the answer looks like; judged by the same rules. None where
   * there is no such endpoint, or only one behind a log-in.
   */
  version?: Omit<Gen3Probe, 'id'>;
  /** Names of its Deployments (or StatefulSets) as the chart makes them; empty when it only has jobs. */
  deployments: string[];
  /** Names of its Kubernetes Services; empty when it has none. */
  kubernetesServices: string[];
  /**
   * Label selector of its pods, for Backstage's kubernetes plugin, whose tab is there only with one: every row has one, and of a service that only
   * has jobs it is as near as labels come (`jobsSelector.ts`).
   */
  podSelector?: string;
  /** What decides how many pods it has. @defaultValue autoscaling */
  scaling?: Gen3Scaling;
  /** The most pods of its autoscaler by its own chart, which wins over `global.autoscaling.maxReplicas`. @defaultValue what `global` says, or 10 */
  maxReplicas?: number;
  jobs: Gen3Job[];
  /** Has a database of its own (`<name>-dbcreds`), which the Job `<name>-dbcreate` makes. */
  database: boolean;
  /** What External Secrets brings to it beside the credentials of its database. @defaultValue none */
  secrets?: Gen3Secret[];
  /** Values path of the image tag. @defaultValue `<name>.image.tag` */
  imageTagPath?: string;
  /** Values paths of the tags of its other images, which are released with the first. */
  otherTagPaths?: string[];
  /** Its images have a tag for every monthly release of Gen3 (`thor:repo_list.txt`, tags in `gen3-gitops`). @defaultValue false */
  monthly?: boolean;
  /** The wizard switches it on by its own name only, not with its bundle: it needs more than the chart to run. @defaultValue false */
  onlyByName?: boolean;
  /** A member of a mesh cannot do without it (`gen3.org:content/products/mesh-services.md`). @defaultValue false */
  meshService?: boolean;
  /** Names of the service in cloud-automation manifests (`versions` keys), when they differ from `name`. */
  legacyNames?: string[];
}
