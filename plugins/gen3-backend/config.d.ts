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
