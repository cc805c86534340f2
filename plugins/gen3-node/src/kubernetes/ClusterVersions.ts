import { KindReading } from './ClusterClient';

/** What asking a cluster for its version came to. @public */
export type VersionReading =
  | {
      state: 'read';
      /** Of its API server, without what a cloud adds: `1.35.2`. */
      version: string;
      /** Milliseconds of this one request, through Backstage's kubernetes plugin; waiting for its turn is not part of it. */
      latencyMs: number;
      /** When the server answered, ISO 8601 UTC. */
      readAt: string;
    }
  | Extract<KindReading<never>, { state: 'failed' }>;

/** Asks clusters for their version. @public */
export interface ClusterVersions {
  /**
   * Reads the version of the API server. Never rejects; readings are shared, and limits and deadlines hold, as for lists.
   *
   * @param cluster - its name in Backstage's `kubernetes` config.
   */
  readVersion(
    cluster: string,
    options: { signal: AbortSignal },
  ): Promise<VersionReading>;
}
