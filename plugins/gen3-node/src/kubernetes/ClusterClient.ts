import { KubernetesKind, KubernetesObject } from './kinds';

/** Why a list could not be had. @public */
export const CLUSTER_FAILURES = [
  /** The server does not have this kind: an add-on is not installed, or the version is another. */
  'not-served',
  /** 403: the account of the portal may not list this kind. */
  'forbidden',
  /** 401: the token of the cluster is wrong or has expired. */
  'unauthorized',
  /** No cluster of this name in Backstage's `kubernetes` config. */
  'unknown-cluster',
  /** The certificate of the API server is not trusted, or not its own. */
  'tls',
  /** No connection. */
  'unreachable',
  /** No answer before the deadline. */
  'timeout',
  /** An answer that is no list of Kubernetes, or larger than the portal reads. */
  'malformed',
  /** 429 or 5xx: the API server fails or has too much to do, or what stands before it does. */
  'server-error',
  /** Any other status. */
  'rejected',
  /** Backstage's kubernetes plugin is not installed, not configured or failed. */
  'no-kubernetes-plugin',
  /** A place of the portal's own limits did not become free in time: the cluster was not asked. */
  'no-place',
  /** The caller did not wait for it. */
  'cancelled',
] as const;

/** Why a list could not be had. @public */
export type ClusterFailure = (typeof CLUSTER_FAILURES)[number];

/** What listing one kind came to. @public */
export type KindReading<T> =
  | {
      state: 'read';
      items: T[];
      /** Objects that are left out because they have not even a name. */
      odd: number;
      /** When the server answered, ISO 8601 UTC. */
      readAt: string;
    }
  | {
      state: 'failed';
      failure: ClusterFailure;
      /** What happened, as a clause for people: `answers 403: pods is forbidden: ...`. Without secrets, bounded. */
      detail: string;
      /** When it failed, ISO 8601 UTC. */
      readAt: string;
    };

/** A namespace of a cluster, or all of it. @public */
export interface KubernetesPlace {
  /** Name of the cluster in Backstage's `kubernetes` config. */
  cluster: string;
  /** All namespaces when absent. */
  namespace?: string;
}

/** How a list is wanted. @public */
export interface ListOptions {
  signal: AbortSignal;
  /** A reading of before will not do, however recent; milliseconds since the epoch. @defaultValue any that is shared */
  notBefore?: number;
}

/**
 * Reads clusters. It only reads, and whatever goes wrong is part of the answer: one kind that the account may not list
 * leaves the others alone.
 *
 * @public
 */
export interface ClusterClient {
  /**
   * Lists the objects of a kind in a namespace, or in all of them. Never rejects. Readings are shared: whoever asks within a few seconds gets
   * the same one, and whoever asks while one is under way waits for it.
   */
  list<K extends KubernetesKind>(
    kind: K,
    place: KubernetesPlace,
    options: ListOptions,
  ): Promise<KindReading<KubernetesObject<K>>>;
}
