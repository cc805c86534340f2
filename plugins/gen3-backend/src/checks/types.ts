import type {
  CheckResult,
  FrontendRoot,
  KubernetesPlacement,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What a check needs to know about a commons. */
export interface CommonsTarget {
  entityRef: string;
  hostname: string;
  /** Where the commons answers, usually `https://<hostname>`. */
  baseUrl: string;
  /** Registry names of the services that are switched on. */
  services: string[];
  /** Which front end answers at `/`. */
  frontendRoot: FrontendRoot;
  /** Where its workloads run; absent when no cluster is connected. */
  kubernetes?: KubernetesPlacement;
}

/** One question asked of one commons. */
export interface Check {
  /** Unique in a commons; see `CheckResult.checkId`. */
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
  /**
   * The checks of one round: call it anew for each. Checks of a round share what they ask, so nothing is asked twice. With `fresh`
   * they take no answer that other rounds may have had: a round that confirms has to ask again.
   */
  for(target: CommonsTarget, options?: { fresh?: boolean }): Check[];
}
