/**
 * Values of the label `app` of pods that are no job's and lack `app.kubernetes.io/name`: templates of `gen3-helm` that do not use
 * its common labels, and the search engine of `global.dev`.
 */
const OTHER_APPS = [
  'presigned-url-fence',
  'ohdsi-atlas',
  'ohdsi-webapi',
  'enterprise-gateway',
  'workspace-proxy',
  'siem-service',
  'search-auth-proxy',
  'gen3-elasticsearch-master',
];

/**
 * Selects all CronJobs of a commons with their Jobs and pods, for services that only have jobs. Of those, pods and Jobs have the one label
 * `app: gen3job`, and CronJobs, below which Backstage's Kubernetes tab lists both, have none
 * (`gen3-helm:helm/etl/templates/etl-job.yaml`). So no selector tells the jobs of one service from those of others, none that names a label finds the
 * CronJobs, and this one leaves out what has the labels of services.
 */
export const JOBS_SELECTOR = `!app.kubernetes.io/name,app notin (${OTHER_APPS.join(
  ',',
)})`;
