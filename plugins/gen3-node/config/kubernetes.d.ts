/**
 * How the portal reads clusters, through Backstage's kubernetes plugin. Which clusters there are, is in its own config,
 * `kubernetes`. Every key has a default.
 */
export interface Gen3KubernetesConfig {
  /**
   * Milliseconds for one list of one kind in one namespace, with all its pages; 100 to 120000. It waits about as long for its turn before.
   * Where health is checked it is at most 1.8 times `gen3.health.checkTimeoutMs`, because checks are cut off soon after: raise both together.
   * @default 10000
   * @visibility backend
   */
  timeoutMs?: number | string;

  /**
   * Lists of one cluster that are read at once, 1 to 64. A cluster that hangs holds as many places of `maxConcurrent`
   * until its deadlines pass.
   * @default 4
   * @visibility backend
   */
  maxPerCluster?: number | string;

  /**
   * Lists of all clusters that are read at once, 1 to 1024.
   * @default 64
   * @visibility backend
   */
  maxConcurrent?: number | string;
}
