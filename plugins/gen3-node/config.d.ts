import { Gen3KubernetesConfig } from './config/kubernetes';

/** One anonymous GET and the answer to expect. */
interface Gen3ServiceAnswerConfig {
  /**
   * Path on the commons' host, starting with `/`.
   * @visibility backend
   */
  path: string;
  /**
   * HTTP status of the answer, 200 to 299.
   * @default 200
   * @visibility backend
   */
  status?: number;
  /** Body of the answer. Without it: anything but an HTML page. */
  body?: {
    /** @visibility backend */
    kind: 'text' | 'json-object' | 'json-string' | 'html' | 'not-html';
    /**
     * For `text`: the whole text.
     * @visibility backend
     */
    equals?: string;
    /**
     * For `json-object`: members that it must have.
     * @visibility backend
     */
    keys?: string[];
    /**
     * For `json-object`: members that must be lists or objects with something in them.
     * @visibility backend
     */
    filled?: string[];
    /**
     * For `json-object`: members and their exact values.
     * @visibility backend
     */
    values?: { [key: string]: string };
  };
}

/** One anonymous GET that tells the health of a service. */
interface Gen3ServiceProbeConfig extends Gen3ServiceAnswerConfig {
  /**
   * Tells it from the other probes of its service, in the id of its check `http:<service>:<id>`: 1 to 40 lower-case letters,
   * digits and dashes. One probe of a service may have none.
   * @visibility backend
   */
  id?: string;
}

export interface Config {
  gen3?: {
    /**
     * How the portal asks commons over HTTPS. Every key has a default; without this section only commons at public
     * addresses are asked.
     */
    http?: {
      /**
       * Ranges, as CIDR (`10.0.0.0/8`, `fd00::/8`) or single addresses, that may be asked although they are not public:
       * loopback, private, link-local and other special addresses are refused otherwise, after names are resolved.
       * List only the ranges where your commons are.
       * @default []
       * @visibility backend
       */
      allowPrivateAddresses?: string[];

      /**
       * PEM file with certificate authorities that are trusted beside Node's own (`NODE_EXTRA_CA_CERTS` included), which are all
       * without it. Absolute, or relative to the backend's working directory. Read once at start.
       * @visibility backend
       */
      caFile?: string;

      /**
       * Where to connect for some hosts instead of what their names resolve to, for split-horizon networks. Server name,
       * certificate and Host header stay the hostname's. The first rule that fits applies. An address that is not
       * public must be in `allowPrivateAddresses` as well.
       * @default []
       */
      connectTo?: Array<{
        /**
         * Lower-case hostname, or `*.` and a domain for every name below it.
         * @visibility backend
         */
        host: string;
        /**
         * IP address or name to connect to.
         * @visibility backend
         */
        address: string;
        /**
         * Port to connect to; digits in a text count too, because environment variables are substituted as text.
         * @default 443
         * @visibility backend
         */
        port?: number | string;
      }>;

      /**
       * Milliseconds for one question, from connecting to the end of the body; 100 to 120000. For health checks, which bring
       * a deadline of their own (`gen3.health.checkTimeoutMs`), it only bounds how long connecting may take.
       * @default 10000
       * @visibility backend
       */
      timeoutMs?: number;

      /**
       * Bytes of an answer's body that are read; 1024 to 10485760. Longer bodies are cut, not refused.
       * @default 65536
       * @visibility backend
       */
      maxBytes?: number;

      /**
       * Questions to one host at once, 1 to 64. A host is asked one at a time, and one more side by side whenever it has
       * answered none for 250 milliseconds.
       * @default 4
       * @visibility backend
       */
      maxPerHost?: number;

      /**
       * Questions to all hosts at once, 1 to 8192. A commons that hangs holds four of these places, so let it be four times
       * `gen3.health.maxConcurrentCommons` or more: with less, a quarter of it is how many commons may hang before the
       * checks of others have no turn and are unknown.
       * @default 400
       * @visibility backend
       */
      maxConcurrent?: number;
    };

    kubernetes?: Gen3KubernetesConfig;

    /**
     * Services of your own, beside those of Gen3, discovered, asked and shown alike. Without it there are Gen3's own only.
     * @default []
     */
    services?: Array<{
      /**
       * Name of the sub-chart, its key everywhere, and no service of Gen3's: 1 to 40 lower-case letters, digits and dashes.
       * @visibility backend
       */
      name: string;
      /** Name for people. @visibility backend */
      title: string;
      /** What it does, one sentence. Without it nothing is said. @visibility backend */
      description?: string;
      /** URL where people read more. Without it there is no link. @visibility backend */
      docsUrl?: string;
      /**
       * Services that it is usually switched on with.
       * @default other
       * @visibility backend
       */
      bundle?:
        | 'core'
        | 'frontend'
        | 'data-explorer'
        | 'workspace'
        | 'imaging'
        | 'ohdsi'
        | 'ai'
        | 'other';
      /**
       * It is on when the values do not say.
       * @default false
       * @visibility backend
       */
      enabledByDefault?: boolean;
      /**
       * Path of the switch in the values.
       * @default `<name>.enabled`
       * @visibility backend
       */
      enabledBy?: string;
      /**
       * A commons is down when it is down.
       * @default false
       * @visibility backend
       */
      critical?: boolean;
      /**
       * Services that it cannot work without.
       * @default []
       * @visibility backend
       */
      dependsOn?: string[];
      /**
       * What users cannot do when it is down.
       * @default []
       * @visibility backend
       */
      journeys?: Array<
        'login' | 'search' | 'download' | 'submit' | 'workspace'
      >;
      /**
       * What users can only do where it is on.
       * @default []
       * @visibility backend
       */
      offers?: Array<'login' | 'search' | 'download' | 'submit' | 'workspace'>;
      /** Anonymous question whose answer tells its health. Without it the service is not visible from outside. */
      probe?: Gen3ServiceProbeConfig;
      /** Several such questions instead of `probe`, the status first; the worst answer counts. Each is a request per round. */
      probes?: Gen3ServiceProbeConfig[];
      /** The question instead of `probe` where the Gen3 Frontend Framework answers at `/`. */
      probeAtGen3ffRoot?: Gen3ServiceProbeConfig;
      /** The questions instead of `probes` where the Gen3 Frontend Framework answers at `/`. */
      probesAtGen3ffRoot?: Gen3ServiceProbeConfig[];
      /** Why it cannot be asked from outside. @visibility backend */
      whyNoProbe?: string;
      /**
       * Path that leads to it only after a log-in, for people who read why there is no probe. It is not asked.
       * @visibility backend
       */
      gatedPath?: string;
      /** Anonymous question whose answer has its version. Without it the service tells none. */
      version?: Gen3ServiceAnswerConfig;
      /**
       * Names of its Deployments or StatefulSets.
       * @default [`<name>-deployment`]
       * @visibility backend
       */
      deployments?: string[];
      /** Names of its Kubernetes Services. @default [`<name>-service`] @visibility backend */
      kubernetesServices?: string[];
      /** Label selector of its pods. @default `app=<name>` @visibility backend */
      podSelector?: string;
      /**
       * How many pods it has: by `replicaCount` or the bounds of its autoscaler (`own-autoscaling`: which `global.autoscaling` does not switch on); by
       * `replicaCount` only (`broken-autoscaling`: which is not read where its own `autoscaling.enabled` is on); or by keys of its parts, which the
       * portal does not set.
       * @default autoscaling
       * @visibility backend
       */
      scaling?:
        | 'autoscaling'
        | 'own-autoscaling'
        | 'replicas'
        | 'broken-autoscaling'
        | 'parts';
      /** The most pods of its autoscaler, where its own chart says it. @default `global.autoscaling.maxReplicas` @visibility backend */
      maxReplicas?: number;
      /**
       * Jobs and CronJobs that belong to it.
       * @default []
       */
      jobs?: Array<{
        /** Name of the Job or CronJob. @visibility backend */
        name: string;
        /** @visibility backend */
        kind: 'Job' | 'CronJob';
        /** Cron schedule of a CronJob. @visibility backend */
        schedule?: string;
        /** It is suspended by default, and run by hand. @visibility backend */
        suspended?: boolean;
        /** The service is degraded when it fails or is late. @visibility backend */
        needed?: boolean;
        /** Other names of the CronJob, or of Jobs run by hand. @visibility backend */
        legacyNames?: string[];
        /** Name for people. @visibility backend */
        title: string;
      }>;
      /** It has a database of its own. @default false @visibility backend */
      database?: boolean;
      /** Secrets that External Secrets brings to it beside the credentials of its database. @visibility backend */
      secrets?: Array<{
        /** Values path that names it. @visibility backend */
        namedBy: string;
        /** Its name where the values give none. @visibility backend */
        name: string;
        /** Values path of the switch with which Helm makes it, and none is read. @visibility backend */
        madeBy?: string;
        /** That switch is on unless the values say otherwise. @default false @visibility backend */
        madeByDefault?: boolean;
        /** Values path that has to be set for the service to read it. @visibility backend */
        readWith?: string;
        /** External Secrets is asked for it also where `global.externalSecrets.deploy` is off. @default false @visibility backend */
        always?: boolean;
        /** It runs without what is in it: a launch has Helm make it. @default false @visibility backend */
        optional?: boolean;
      }>;
      /** Path of the image tag in the values. @default `<name>.image.tag` @visibility backend */
      imageTagPath?: string;
      /** Values paths of the tags of its other images. @visibility backend */
      otherTagPaths?: string[];
      /** Its images have a tag for every monthly release of Gen3, so a launch and an upgrade set it. @default false @visibility backend */
      monthly?: boolean;
      /** The wizard does not switch it on with its bundle. @default false @visibility backend */
      onlyByName?: boolean;
      /** A member of a mesh cannot do without it. @default false @visibility backend */
      meshService?: boolean;
      /** Its names in cloud-automation manifests, when they differ. @default [] @visibility backend */
      legacyNames?: string[];
    }>;
  };
}
