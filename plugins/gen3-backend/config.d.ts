/** One anonymous GET and its healthy answer. */
interface Gen3ServiceProbeConfig {
  /**
   * Path on the commons' host, starting with `/`.
   * @visibility backend
   */
  path: string;
  /**
   * HTTP status of a healthy answer, 200 to 299.
   * @default 200
   */
  status?: number;
  /** Body of a healthy answer. Without it: anything but an HTML page. */
  body?: {
    kind: 'text' | 'json-object' | 'json-string' | 'html' | 'not-html';
    /** For `text`: the whole text. */
    equals?: string;
    /** For `json-object`: members that it must have. */
    keys?: string[];
    /** For `json-object`: members and their exact values. */
    values?: { [key: string]: string };
  };
}

export interface Config {
  gen3?: {
    /**
     * How the health of commons is watched. Every key has a default; without this section every commons whose probing
     * is on is asked once a minute.
     */
    health?: {
      /**
       * Milliseconds between two rounds of a commons; 1000 to 3600000. A status that nobody confirmed for three
       * intervals is shown as unknown.
       * @default 60000
       * @visibility backend
       */
      intervalMs?: number;

      /**
       * Milliseconds after which a finding that has to be confirmed (a first failure, a first success after an outage) is
       * asked again, ahead of the next round; 1000 to 3600000. What does not fit before the next round is left to it, so a
       * value of `intervalMs` or more switches this off. Without it a sixth of `intervalMs`, at least 1000 and at most
       * 10000.
       * @visibility backend
       */
      confirmAfterMs?: number;

      /**
       * Milliseconds that a check waits for a commons; 100 to 120000, at most half of `intervalMs`. Without it 10000, or a
       * sixth of `intervalMs` when that is less.
       * @visibility backend
       */
      checkTimeoutMs?: number;

      /**
       * Failures in a row until a check counts as failed; 1 to 100.
       * @default 3
       * @visibility backend
       */
      failuresToDown?: number;

      /**
       * Successes in a row until a failed check counts as up again; 1 to 100.
       * @default 2
       * @visibility backend
       */
      successesToUp?: number;

      /**
       * Days before the end of its certificate from which a commons is degraded; 0 to 365.
       * @default 21
       * @visibility backend
       */
      certificateWarningDays?: number;

      /**
       * Commons that one replica asks at the same time; 1 to 2000. One that does not answer occupies its place for up to
       * nine tenths of `intervalMs`, so this is also how many may hang before others have to wait.
       * @default 100
       * @visibility backend
       */
      maxConcurrentCommons?: number;

      /**
       * Milliseconds between two looks at which commons the catalog knows; 1000 to 3600000. One replica looks.
       * @default 15000
       * @visibility backend
       */
      fleetSyncMs?: number;

      /**
       * Days that changes of status are kept; 1 to 3650.
       * @default 730
       * @visibility backend
       */
      transitionRetentionDays?: number;
    };

    /**
     * Services of your own, beside those of Gen3: the portal discovers, asks and shows them alike. Without it only
     * Gen3's own services are known.
     * @default []
     */
    services?: Array<{
      /**
       * Name of the sub-chart, the service's key everywhere: 1 to 40 lower-case letters, digits and dashes. No service
       * of Gen3 may have it.
       * @visibility backend
       */
      name: string;
      /** Name for people. */
      title: string;
      /** What it does, one sentence. Without it nothing is said. */
      description?: string;
      /** URL where people read more. Without it there is no link. */
      docsUrl?: string;
      /**
       * Services that it is usually switched on with.
       * @default other
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
       */
      enabledByDefault?: boolean;
      /**
       * Path of the switch in the values.
       * @default `<name>.enabled`
       */
      enabledBy?: string;
      /**
       * A commons is down when it is down.
       * @default false
       */
      critical?: boolean;
      /**
       * Services that it cannot work without.
       * @default []
       */
      dependsOn?: string[];
      /**
       * What users cannot do when it is down.
       * @default []
       */
      journeys?: Array<
        'login' | 'search' | 'download' | 'submit' | 'workspace'
      >;
      /**
       * What users can only do where it is on.
       * @default []
       */
      offers?: Array<'login' | 'search' | 'download' | 'submit' | 'workspace'>;
      /** Anonymous question whose answer tells its health. Without it the service is not visible from outside. */
      probe?: Gen3ServiceProbeConfig;
      /** The question instead of `probe` where the Gen3 Frontend Framework answers at `/`. */
      probeAtGen3ffRoot?: Gen3ServiceProbeConfig;
      /** Why it cannot be asked from outside. */
      whyNoProbe?: string;
      /** Path of an anonymous answer with its version. */
      versionPath?: string;
      /**
       * Names of its Deployments or StatefulSets.
       * @default [`<name>-deployment`]
       */
      deployments?: string[];
      /**
       * Name of its Kubernetes Service.
       * @default `<name>-service`
       */
      kubernetesService?: string;
      /**
       * Label selector of its pods.
       * @default `app=<name>`
       */
      podSelector?: string;
      /**
       * Jobs and CronJobs that belong to it.
       * @default []
       */
      jobs?: Array<{
        /** Name of the Job or CronJob. */
        name: string;
        kind: 'Job' | 'CronJob';
        /** Cron schedule of a CronJob. */
        schedule?: string;
        /** It is suspended by default, and run by hand. */
        suspended?: boolean;
        /** Name for people. */
        title: string;
      }>;
      /**
       * It has a database of its own.
       * @default false
       */
      database?: boolean;
      /**
       * Path of the image tag in the values.
       * @default `<name>.image.tag`
       */
      imageTagPath?: string;
      /**
       * Its names in cloud-automation manifests, when they differ.
       * @default []
       */
      legacyNames?: string[];
    }>;
  };
}
