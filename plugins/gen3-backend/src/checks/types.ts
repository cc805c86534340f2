import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';

/** What a check needs to know about a commons. */
export interface CommonsTarget {
  entityRef: string;
  hostname: string;
  /** Where the commons answers, usually `https://<hostname>`. */
  baseUrl: string;
  /** Registry names of the services that are switched on. */
  services: string[];
}

/** One question asked of one commons. */
export interface Check {
  /** Unique in a commons: `http:<service>`, `tls`, `issuer`, `maintenance`. */
  id: string;
  /** Registry name of the service that is asked, when the question is about one. */
  service?: string;
  /**
   * Asks. Never rejects for what the commons does: a failure to ask is a result with outcome `unknown`. Settles soon
   * after `signal` aborts.
   */
  run(options: { signal: AbortSignal }): Promise<CheckResult>;
}

/** The checks that are due for a commons. */
export interface Checks {
  for(target: CommonsTarget): Check[];
}
