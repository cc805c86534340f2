export interface Config {
  gen3?: {
    /**
     * How commons are launched and changed. Every managed source of type `gitops` (`catalog.providers.gen3.<id>`) takes changes; without this
     * section with the defaults below.
     */
    changes?: {
      /**
       * How the files of a new commons lie in a repository: `gen3-gitops`, `gen3-terraform`, `biocommons` or `plain`.
       * @default gen3-gitops
       * @visibility backend
       */
      layout?: 'gen3-gitops' | 'gen3-terraform' | 'biocommons' | 'plain';

      /** The gen3 chart that new commons are deployed with. Without it version 0.3.90 of `gen3` at `https://helm.gen3.org`. */
      chart?: Gen3ChartConfig;

      /**
       * Folder in which charts are kept for previews and preflight, each version once; several replicas may share it. Without it a folder in the
       * system's folder for temporary files, which goes when the portal ends.
       * @visibility backend
       */
      chartCache?: string;

      /**
       * Version of Kubernetes that previews are rendered for, e.g. `1.35`. Without it the one that the helm program takes by itself.
       * @visibility backend
       */
      kubernetesVersion?: string;

      /** What differs for single sources, by their id. Without it nothing does. */
      sources?: {
        [sourceId: string]: {
          /**
           * How the files of a new commons lie in this repository. Without it as `layout` says.
           * @visibility backend
           */
          layout?: 'gen3-gitops' | 'gen3-terraform' | 'biocommons' | 'plain';
          /**
           * URL by which Argo CD knows the repository. Without it the first of the source's `aliases`, or else its `url`.
           * @visibility backend
           */
          repoUrl?: string;
          /** The chart for this repository. Without it as `chart` says. */
          chart?: Gen3ChartConfig;
          /**
           * Values of the chart that every launch into this repository gets where it says nothing else, e.g. the role by which External Secrets
           * reads the secret manager. Secrets do not belong here. Without it none.
           * @visibility backend
           */
          values?: { [key: string]: unknown };
        };
      };

      /** Whom commits are made by, for the people who propose them. Without it `Gen3 CSOC portal <portal@csoc.invalid>`. */
      committer?: {
        /**
         * Name of the committer.
         * @visibility backend
         */
        name: string;
        /**
         * E-mail address of the committer.
         * @visibility backend
         */
        email: string;
      };

      /**
       * Monthly releases of Gen3 that exist, e.g. `2026.10`, beside those that the fleet has.
       * @default []
       * @visibility backend
       */
      releases?: string[];

      /**
       * Milliseconds between two looks at changes that are under way; 1000 to 600000. One replica looks.
       * @default 10000
       * @visibility backend
       */
      followMs?: number;

      /**
       * Milliseconds between two looks of Argo CD into git, its `timeout.reconciliation`; 1000 to 3600000. What is seen of a commons sooner after a
       * merge is still of before.
       * @default 180000
       * @visibility backend
       */
      reconciliationMs?: number;
    };

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
       * Milliseconds that a check waits for a commons, from connecting; 100 to 120000, at most half of `intervalMs`. What it
       * waits for the portal's own limits and name server is not part of it. Without it 10000, or a
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
       * nine tenths of `intervalMs`, so this is also how many may hang before others have to wait, as long as
       * `gen3.http.maxConcurrent` (400 by default) is four times as much: raise both together.
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

      /**
       * Changes of status of one service, journey, check or commons that are kept once they are older than a week; 10 to
       * 100000. What flaps loses its oldest ones first.
       * @default 1000
       * @visibility backend
       */
      maxTransitionsPerSubject?: number;
    };
  };
}

/** The chart: `path` in a git repository, or `chart` of a Helm repository. */
interface Gen3ChartConfig {
  /**
   * URL of the git or Helm repository.
   * @visibility backend
   */
  repoUrl: string;
  /**
   * Branch, tag or commit (all 40 digits) of the git repository, or version of the chart.
   * @visibility backend
   */
  revision: string;
  /**
   * Folder of the chart in the git repository, e.g. `helm/gen3`. Without it `chart` is needed.
   * @visibility backend
   */
  path?: string;
  /**
   * Name of the chart in the Helm repository. Without it `path` is needed.
   * @visibility backend
   */
  chart?: string;
}
